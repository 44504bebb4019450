package nl.plaatsbaar.rules;

import java.util.ArrayList;
import java.util.List;

/** A set of situations: the union of its boxes, none of which lies within another. */
record Region(List<Box> boxes) {

	static final Region NOTHING = new Region(List.of());
	static final Region EVERYTHING = new Region(List.of(Box.EVERYTHING));

	private static final int MOST_BOXES = 256;

	/** A rule whose exceptions multiply into more pieces than can be kept apart. */
	static final class TooManyPieces extends IllegalArgumentException {
		private static final long serialVersionUID = 1;
	}

	static Region of(List<Box> boxes) {
		var kept = new ArrayList<Box>();
		for (var box : boxes)
			if (!box.isEmpty() && kept.stream().noneMatch(box::within)) {
				kept.removeIf(other -> other.within(box));
				kept.add(box);
				if (kept.size() > MOST_BOXES)
					throw new TooManyPieces();
			}
		return new Region(List.copyOf(kept));
	}

	boolean isEmpty() {
		return boxes.isEmpty();
	}

	Region and(Region other) {
		if (other.equals(EVERYTHING))
			return this;
		var both = new ArrayList<Box>();
		for (var box : boxes)
			for (var more : other.boxes)
				both.add(box.and(more));
		return of(both);
	}

	Region or(Region other) {
		var either = new ArrayList<>(boxes);
		either.addAll(other.boxes);
		return of(either);
	}

	Region minus(Region other) {
		var left = this;
		for (var hole : other.boxes) {
			var pieces = new ArrayList<Box>();
			for (var box : left.boxes)
				pieces.addAll(box.minus(hole));
			left = of(pieces);
		}
		return left;
	}

	boolean contains(Facts complete) {
		var point = Box.completionsOf(complete);
		return boxes.stream().anyMatch(point::within);
	}
}
