/** Counts by a name, drawn as bars: the number stands beside, so that the bar need not be read. */
export function BarList(props: {
  items: readonly { readonly name: string; readonly url: string; readonly count: number }[];
  /** What the count means, for those who hear it. */
  describe: (count: number) => string;
  /** The count whose bar is full, where several lists share a scale; the greatest of this list when left out. */
  most?: number;
}) {
  const most = props.most ?? Math.max(1, ...props.items.map((item) => item.count));
  return (
    <ul class="bars">
      {props.items.map(({ name, url, count }) => (
        <li>
          <a href={url}>
            <span class="bars__name">{name}</span>
            <span class="bars__count">
              <span aria-hidden="true">{count}</span>
              <span class="ds-sr-only">: {props.describe(count)}</span>
            </span>
          </a>
          <svg
            class="bars__bar"
            viewBox="0 0 100 1"
            preserveAspectRatio="none"
            aria-hidden="true"
            focusable="false"
          >
            <rect width={Math.round((1000 * count) / most) / 10} height="1" />
          </svg>
        </li>
      ))}
    </ul>
  );
}
