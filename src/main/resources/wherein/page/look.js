/**
 * The reader's choice of colours and size of text: a script that is no module, since it runs before anything is painted, so that nothing
 * flashes.
 */
(() => {
  const KEY = 'look';
  const root = document.documentElement;
  let look = {};
  try {
    look = JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    // The browser keeps nothing, or something else: the page is as the system says.
  }
  const show = () => Object.entries(look).forEach(([name, value]) => { root.dataset[name] = value; });
  show();
  document.addEventListener('DOMContentLoaded', () => {
    for (const select of document.querySelectorAll('#look select')) {
      select.value = look[select.name] ?? select.value;
      select.addEventListener('change', () => {
        look[select.name] = select.value;
        show();
        try {
          localStorage.setItem(KEY, JSON.stringify(look));
        } catch {
          // It lasts until the page is left.
        }
      });
    }
  });
})();
