/** Texts that would run where a page does not escape: for elements, attributes, text areas, styles, addresses. */
export const vectors = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  '</textarea><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '<mark><script>alert(1)</script></mark>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;img src=x onerror=alert(1)&#62;',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<a href="javascript:alert(1)">снег</a>',
  '" autofocus onfocus="alert(1)',
  '<style>body{display:none}</style>',
  '{{constructor.constructor("alert(1)")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template as an attacker writes it
  '${alert(1)}',
  '\u202e<b>снег</b>\u200b',
];
