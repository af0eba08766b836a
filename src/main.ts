function title(text: string): HTMLElement {
  const main = document.createElement('main');
  main.append(Object.assign(document.createElement('h1'), { textContent: text }));
  return main;
}

document.getElementById('app')?.append(title('Heapglass'));
export {};
