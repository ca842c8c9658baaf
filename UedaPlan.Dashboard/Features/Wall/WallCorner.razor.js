// @ts-check
/** 二次元コード: takes a phone to the view that is shown; hidden while there is none, as on the server's own machine. */

const picture = document.querySelector('img[data-code]');
picture?.addEventListener('load', () => picture.removeAttribute('hidden'));
picture?.addEventListener('error', () => {
  picture.setAttribute('hidden', '');
  picture.removeAttribute('src'); // asked for again at the next turn
});

/** @param {Element} slide */
export function showCode(slide) {
  const source = `/wall/code?to=${encodeURIComponent(slide.getAttribute('data-address') ?? '')}`;
  if (picture && picture.getAttribute('src') !== source) picture.setAttribute('src', source);
}
