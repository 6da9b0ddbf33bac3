// As in a tab in the background: no frame is drawn.
window.requestAnimationFrame = () => 0;
