/**
 * Resolves once something of `element` can be seen, in the window or, in a frame, in the window of the page around it: of
 * many frames on a page only those begin that a reader comes to.
 */
export function whenSeen(element: Element): Promise<void> {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(element);
  });
}
