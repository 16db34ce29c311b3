export function FiguresPage() {
  return <h1>FiguresPage</h1>;
}
