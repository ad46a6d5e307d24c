package dev.athanor.demo;

/** How much text stands out, by the formula of WCAG 2. */
final class Contrast {

    /** A script that gives each visible text with less than 4.5 to 1. */
    static final String TOO_LITTLE = """
            const channels = color => color.match(/[\\d.]+/g).map(Number);
            const light = color => {
              const [r, g, b] = channels(color).map(c => c / 255)
                  .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
              return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            const opaque = color => channels(color).length < 4 || channels(color)[3] === 1;
            const behind = element => {
              for (let at = element; at; at = at.parentElement) {
                const color = getComputedStyle(at).backgroundColor;
                if (opaque(color)) { return color; }
              }
              return getComputedStyle(document.body).backgroundColor;
            };
            const ratio = element => {
              const [a, b] = [light(getComputedStyle(element).color), light(behind(element))];
              return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            };
            return [...document.body.querySelectorAll('*')]
                .filter(element => !element.closest('svg, script') && element.checkVisibility())
                .filter(element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
                .filter(element => ratio(element) < 4.5)
                .map(element => element.className + ': ' + element.textContent.slice(0, 40) + ' ' + ratio(element));
            """;

    private Contrast() {}
}
