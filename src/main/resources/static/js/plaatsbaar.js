// Makes pages pleasanter; every page works without it.

// A block of ready text gets a button that copies it. Without a script the text is simply selected by hand.
function offerCopying() {
	for (const button of document.querySelectorAll("button[data-copies][hidden]")) {
		button.hidden = !navigator.clipboard;
	}
}

document.addEventListener("click", async (event) => {
	const button = event.target.closest("button[data-copies]");
	if (button) {
		await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).textContent);
		button.parentElement.querySelector("[role=status]").textContent = button.dataset.done;
	}
	for (const menu of document.querySelectorAll("details.me[open]")) {
		if (!menu.contains(event.target)) menu.open = false;
	}
});

document.addEventListener("keydown", (event) => {
	const menu = event.key === "Escape" && document.querySelector("details.me[open]");
	if (menu) {
		menu.open = false;
		menu.querySelector("summary").focus();
	}
});

offerCopying();
