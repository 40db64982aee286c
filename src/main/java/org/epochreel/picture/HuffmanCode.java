package org.epochreel.picture;

import com.google.common.primitives.ImmutableIntArray;
import java.util.PriorityQueue;

/** A canonical Huffman code (RFC 1951 section 3.2.2) for symbols 0, 1, ... that occur with given frequencies. */
final class HuffmanCode {

    private final int[] lengths;
    private final int[] codes;

    private record Node(long frequency, int order, int symbol, Node left, Node right) implements Comparable<Node> {

        @Override
        public int compareTo(Node other) {
            int byFrequency = Long.compare(frequency, other.frequency);
            return byFrequency != 0 ? byFrequency : Integer.compare(order, other.order);
        }
    }

    private HuffmanCode(int[] lengths) {
        this.lengths = lengths;
        this.codes = canonical(lengths);
    }

    /** A code with no word longer than {@code maxLength} bits; symbols of frequency 0 have none. */
    static HuffmanCode of(int[] frequencies, int maxLength) {
        long[] weights = new long[frequencies.length];
        int used = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = frequencies[i];
            used += frequencies[i] > 0 ? 1 : 0;
        }
        // Decoders may refuse an incomplete code, so that a lone symbol gets company.
        for (int i = 0; used < 2; i++) {
            if (weights[i] == 0) {
                weights[i] = 1;
                used++;
            }
        }
        while (true) {
            int[] lengths = new int[weights.length];
            if (assign(tree(weights), 0, lengths) <= maxLength) {
                return new HuffmanCode(lengths);
            }
            for (int i = 0; i < weights.length; i++) {
                weights[i] = weights[i] == 0 ? 0 : weights[i] / 2 + 1;
            }
        }
    }

    private static Node tree(long[] weights) {
        PriorityQueue<Node> queue = new PriorityQueue<>();
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                queue.add(new Node(weights[i], i, i, null, null));
            }
        }
        int order = weights.length;
        while (queue.size() > 1) {
            Node left = queue.remove();
            Node right = queue.remove();
            queue.add(new Node(left.frequency + right.frequency, order++, -1, left, right));
        }
        return queue.remove();
    }

    private static int assign(Node node, int depth, int[] lengths) {
        if (node.symbol >= 0) {
            lengths[node.symbol] = depth;
            return depth;
        }
        return Math.max(assign(node.left, depth + 1, lengths), assign(node.right, depth + 1, lengths));
    }

    private static int[] canonical(int[] lengths) {
        int[] counts = new int[17];
        for (int length : lengths) {
            counts[length]++;
        }
        counts[0] = 0;
        int[] next = new int[17];
        for (int bits = 1; bits < next.length; bits++) {
            next[bits] = (next[bits - 1] + counts[bits - 1]) << 1;
        }
        int[] codes = new int[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            if (lengths[i] > 0) {
                // Huffman words go out from their most significant bit on.
                codes[i] = Integer.reverse(next[lengths[i]]++) >>> (32 - lengths[i]);
            }
        }
        return codes;
    }

    void write(BitSink sink, int symbol) {
        sink.write(codes[symbol], lengths[symbol]);
    }

    /** Bits of each symbol's word; 0 for none. */
    ImmutableIntArray lengths() {
        return ImmutableIntArray.copyOf(lengths);
    }
}
