// As in a tab in the background: no frame is drawn. And as if the guard's patience were short.
window.requestAnimationFrame = () => 0;
{
  const later = window.setTimeout;
  window.setTimeout = (act, time = 0, ...rest) => later(act, time < 3000 ? time : 0, ...rest);
}
