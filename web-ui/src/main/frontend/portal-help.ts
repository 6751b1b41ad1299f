/** Opens and closes the sheet "If it gets worse" in the browser itself, so that it comes even without a connection. */
document.addEventListener(
  'click',
  (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const opener = target?.closest<HTMLElement>('[data-opens]');
    const closer = target?.closest<HTMLElement>('[data-closes]');
    if (opener || closer) {
      event.preventDefault();
      event.stopPropagation();
      const sheet = document.getElementById((opener?.dataset.opens ?? closer?.dataset.closes)!) as HTMLDialogElement;
      if (opener) {
        sheet.showModal();
      } else {
        sheet.close();
      }
    }
  },
  true,
);

document.addEventListener('keydown', (event) => {
  const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-opens]') : null;
  if (target && event.key === ' ') {
    event.preventDefault();
    target.click();
  }
});

document.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('[data-prints]')) {
    window.print();
  }
});
