type IsolatedProps = { text: string; name: string /** Another name, behind the first. */; other?: string };

/** A sentence with a name in it that may run from right to left: without isolation it would drag its neighbours along. */
export function Isolated({ text, name, other = '' }: IsolatedProps) {
  const at = name === '' ? -1 : text.indexOf(name);
  if (at < 0) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <bdi>{name}</bdi>
      <Isolated text={text.slice(at + name.length)} name={other} />
    </>
  );
}
