/** What stands between marks: `code`, and [words](https://address) or [words](/path). */
const MARKS = /`([^`]+)`|\[([^\]]+)\]\(((?:https:\/\/|\/)[^)\s]+)\)/g;

const Words = ({ text }: { readonly text: string }) => {
  const parts = [];
  let read = 0;
  for (const { index, 0: mark, 1: code, 2: words, 3: address } of text.matchAll(MARKS)) {
    parts.push(text.slice(read, index));
    parts.push(code === undefined ? <a href={address}>{words}</a> : <code>{code}</code>);
    read = index + mark.length;
  }
  parts.push(text.slice(read));
  return <>{parts}</>;
};

/** The little of Markdown that descriptions use: paragraphs, code in a line, a block of code, a link. */
export const MarkedText = ({ text }: { readonly text: string }) => (
  <>
    {text.split(/```(?:\w*)\n([\s\S]*?)```/).map((block, at) =>
      at % 2 === 1 ? (
        <Code text={block.trimEnd()} />
      ) : (
        block
          .split(/\n\s*\n/)
          .filter((paragraph) => paragraph.trim() !== "")
          .map((paragraph) => (
            <p>
              <Words text={paragraph.trim()} />
            </p>
          ))
      ),
    )}
  </>
);

/** Scrolls by itself on a phone, also by keyboard. */
export const Code = ({ text }: { readonly text: string }) => (
  <pre tabindex={0}>
    <code>{text}</code>
  </pre>
);

export const Line = Words;
