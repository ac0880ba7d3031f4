// Runs before the first paint, so that a dark page does not flash white. Without a choice the system's is taken.
document.documentElement.dataset.theme = localStorage.getItem("router.theme") ?? "system";
