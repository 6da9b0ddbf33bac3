// As in a tab in the background: no frame is drawn. And as if the guard's patience, of 3 and of 5
// seconds, were short; a driver's own timers, which may be the page's, are left alone.
window.requestAnimationFrame = () => 0;
{
  const later = window.setTimeout;
  window.setTimeout = (act, time = 0, ...rest) => later(act, [3000, 5000].includes(time) ? 0 : time, ...rest);
}
