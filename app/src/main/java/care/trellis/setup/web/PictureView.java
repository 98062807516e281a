package care.trellis.setup.web;

import care.trellis.web.WeekGrid;

/** The week as it would be, and what it comes to in words. */
public record PictureView(WeekGrid grid, String words) {}
