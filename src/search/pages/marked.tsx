const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&amp;': '&',
};

/** A passage whose only markup is `<mark>`; everything else is text, whatever it looks like. */
export function Marked({ html }: { html: string }) {
  const parts = html.split(/<mark>([\s\S]*?)<\/mark>/);
  return (
    <>
      {parts.map((part, index) => {
        const text = part.replace(/&(?:lt|gt|quot|#39|#x27|amp);/g, (entity) => ENTITIES[entity] ?? entity);
        return index % 2 === 1 ? <mark>{text}</mark> : text;
      })}
    </>
  );
}
