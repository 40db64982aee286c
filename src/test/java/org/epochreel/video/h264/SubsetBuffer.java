package org.epochreel.video.h264;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The decoded picture buffer: numbers of pictures (clauses 7.4.3 and 8.2.1), lists of references (8.2.4), their marking
 * (8.2.5) and the order of output (C.4).
 */
final class SubsetBuffer {

    private static final Comparator<SubsetPicture> BY_ORDER = Comparator.comparingInt(picture -> picture.orderCount);

    private final SubsetParameters parameters;
    /** References, and pictures not yet put out. */
    private final List<SubsetPicture> pictures = new ArrayList<>();
    private final List<byte[]> output = new ArrayList<>();
    /** PicOrderCnt of all pictures since the IDR picture, in decoding order. */
    private final List<Integer> orderCounts = new ArrayList<>();
    /** frame_num and PicOrderCnt of the reference picture before. */
    private int frameNumberBefore;
    private int orderCountBefore;
    private int idrPictureId = -1;
    private int lastOutput;

    SubsetBuffer(SubsetParameters parameters) {
        this.parameters = parameters;
    }

    /** The picture that a slice begins, its lists of references made. */
    SubsetPicture begin(SubsetSlice slice) {
        if (slice.idr) {
            Refusal.unless(slice.idrPictureId != idrPictureId, "two IDR pictures in a row of the same idr_pic_id");
            idrPictureId = slice.idrPictureId;
            Refusal.expect(0, slice.frameNumber, "frame_num of an IDR picture");
            Refusal.expect(0, slice.orderCountLsb, "pic_order_cnt_lsb of an IDR picture");
            flush();
            orderCounts.clear();
        } else {
            Refusal.unless(idrPictureId >= 0, "a stream that does not begin with an IDR picture");
            Refusal.expect((frameNumberBefore + 1) % (1 << parameters.frameNumberBits), slice.frameNumber, "frame_num");
        }
        int orderCount = slice.idr ? 0 : orderCount(slice.orderCountLsb);
        Refusal.unless(!orderCounts.contains(orderCount), "two pictures of order count " + orderCount);
        orderCounts.add(orderCount);
        long later = orderCounts.stream().filter(count -> count > orderCount).count();
        Refusal.unless(later <= parameters.reordered,
                later + " pictures are decoded before and shown after that of order count " + orderCount
                        + ", num_reorder_frames is " + parameters.reordered);
        SubsetPicture current = new SubsetPicture(parameters, slice.frameNumber, orderCount);
        current.lists = lists(slice, current);
        if (slice.reference) {
            frameNumberBefore = slice.frameNumber;
            orderCountBefore = orderCount;
        }
        return current;
    }

    /** Clause 8.2.1.1. */
    private int orderCount(int lsb) {
        int period = 1 << parameters.orderCountBits;
        int lsbBefore = Math.floorMod(orderCountBefore, period);
        int msbBefore = orderCountBefore - lsbBefore;
        if (lsb < lsbBefore && lsbBefore - lsb >= period / 2) {
            return msbBefore + period + lsb;
        }
        if (lsb > lsbBefore && lsb - lsbBefore > period / 2) {
            return msbBefore - period + lsb;
        }
        return msbBefore + lsb;
    }

    private List<List<SubsetPicture>> lists(SubsetSlice slice, SubsetPicture current) {
        if (slice.type == SubsetSlice.I) {
            return List.of();
        }
        List<SubsetPicture> first = initial(slice, current, true);
        if (slice.type == SubsetSlice.P) {
            return List.of(modified(slice, 0, first));
        }
        List<SubsetPicture> second = initial(slice, current, false);
        if (second.size() > 1 && second.equals(first)) {
            second.add(1, second.remove(0));
        }
        return List.of(modified(slice, 0, first), modified(slice, 1, second));
    }

    /** Clauses 8.2.4.2.1 and 8.2.4.2.3: the short-term references nearest first, then the long-term ones. */
    private List<SubsetPicture> initial(SubsetSlice slice, SubsetPicture current, boolean pastFirst) {
        List<SubsetPicture> list = new ArrayList<>(pictures.stream().filter(picture -> picture.shortTerm).toList());
        if (slice.type == SubsetSlice.P) {
            list.sort(Comparator.comparingInt(picture -> -number(picture, slice)));
        } else {
            list.sort(Comparator.comparingInt((SubsetPicture picture) ->
                    picture.orderCount < current.orderCount == pastFirst ? 0 : 1)
                    .thenComparingInt(picture -> Math.abs(picture.orderCount - current.orderCount)));
        }
        pictures.stream().filter(picture -> picture.longTerm).forEach(list::add);
        return list;
    }

    /** PicNum, which for frames is FrameNumWrap (clause 8.2.4.1). */
    private int number(SubsetPicture picture, SubsetSlice slice) {
        return picture.frameNumber > slice.frameNumber ? picture.frameNumber - (1 << parameters.frameNumberBits)
                : picture.frameNumber;
    }

    /** Clause 8.2.4.3: each entry moves a picture to the next place and so all behind it by one. */
    private List<SubsetPicture> modified(SubsetSlice slice, int which, List<SubsetPicture> initial) {
        int active = slice.active[which];
        List<SubsetPicture> list = new ArrayList<>(initial.subList(0, Math.min(active, initial.size())));
        int period = 1 << parameters.frameNumberBits;
        int predicted = slice.frameNumber;
        int place = 0;
        for (SubsetSlice.Modification entry : slice.modifications.get(which)) {
            SubsetPicture moved;
            if (entry.kind() == 2) {
                // The only long-term reference there can be is an IDR picture of LongTermFrameIdx 0.
                Refusal.expect(0, entry.value(), "long_term_pic_num");
                moved = the(picture -> picture.longTerm, "a long-term reference in list " + which);
            } else {
                Refusal.unless(entry.value() < period, "abs_diff_pic_num_minus1 " + entry.value());
                int step = entry.value() + 1;
                predicted = Math.floorMod(predicted + (entry.kind() == 0 ? -step : step), period);
                int number = predicted > slice.frameNumber ? predicted - period : predicted;
                moved = the(picture -> picture.shortTerm && number(picture, slice) == number,
                        "a short-term reference of number " + number + " in list " + which);
            }
            Refusal.unless(place <= list.size(), "a hole in list " + which);
            list.add(place++, moved);
            for (int i = list.size() - 1; i >= place; i--) {
                if (list.get(i) == moved) {
                    list.remove(i);
                }
            }
            while (list.size() > active) {
                list.remove(list.size() - 1);
            }
        }
        Refusal.expect(active, list.size(), "pictures in list " + which);
        return List.copyOf(list);
    }

    private SubsetPicture the(Predicate<SubsetPicture> condition, String name) {
        return pictures.stream().filter(condition).findFirst()
                .orElseThrow(() -> new AssertionError("there is no such picture: " + name));
    }

    /** Marks and stores a decoded picture, and puts out what must make room (clauses 8.2.5 and C.4.4 to C.4.5.3). */
    void store(SubsetSlice slice, SubsetPicture current) {
        if (slice.reference && !slice.idr) {
            slide(slice);
        }
        current.shortTerm = slice.reference && !slice.longTerm;
        current.longTerm = slice.longTerm;
        current.neededForOutput = true;
        while (pictures.size() >= parameters.buffered) {
            if (!slice.reference && pictures.stream().noneMatch(
                    picture -> picture.neededForOutput && picture.orderCount < current.orderCount)) {
                putOut(current);
                return;
            }
            bump();
        }
        pictures.add(current);
    }

    /** Clause 8.2.5.3. */
    private void slide(SubsetSlice slice) {
        List<SubsetPicture> references = pictures.stream().filter(SubsetPicture::isReference).toList();
        if (references.size() >= Math.max(1, parameters.references)) {
            SubsetPicture oldest = references.stream().filter(picture -> picture.shortTerm)
                    .min(Comparator.comparingInt(picture -> number(picture, slice)))
                    .orElseThrow(() -> new AssertionError("all references are long-term, there is room for no other"));
            oldest.shortTerm = false;
            // No later picture can ask for its motion.
            oldest.lists = List.of();
            discard();
        }
    }

    private void bump() {
        putOut(pictures.stream().filter(picture -> picture.neededForOutput).min(BY_ORDER)
                .orElseThrow(() -> new AssertionError("the decoded picture buffer overflows")));
        discard();
    }

    private void putOut(SubsetPicture picture) {
        Refusal.unless(picture.orderCount > lastOutput, "the picture of order count " + picture.orderCount
                + " is put out behind that of " + lastOutput);
        lastOutput = picture.orderCount;
        picture.neededForOutput = false;
        output.add(picture.visible());
    }

    private void discard() {
        pictures.removeIf(picture -> !picture.neededForOutput && !picture.isReference());
    }

    /** Puts out all that waits, and keeps no reference. */
    private void flush() {
        while (pictures.stream().anyMatch(picture -> picture.neededForOutput)) {
            bump();
        }
        pictures.clear();
        lastOutput = -1;
    }

    /** All pictures put out, in the order of display; the stream is over. */
    List<byte[]> finish() {
        flush();
        return List.copyOf(output);
    }
}
