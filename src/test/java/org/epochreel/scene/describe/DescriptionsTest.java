package org.epochreel.scene.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.epochreel.font.FontFile;
import org.epochreel.frame.FrameSize;
import org.epochreel.picture.Png;
import org.epochreel.scene.key.Group;
import org.epochreel.scene.key.Key;
import org.epochreel.scene.key.OneOf;
import org.epochreel.scene.key.Reading;
import org.epochreel.scene.key.Value;
import org.epochreel.scene.read.KeyOverride;
import org.epochreel.scene.read.SceneKeys;
import org.epochreel.scene.read.SceneReader;
import org.epochreel.scene.yaml.Mistakes;
import org.epochreel.scene.yaml.Position;
import org.epochreel.scene.yaml.YamlNode;
import org.epochreel.scene.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescriptionsTest {

    private static final String HOW = " differs from the declarations of the keys; write it anew with\n"
            + "mvn -q compile && java -cp 'target/classes:target/lib/*' org.epochreel.scene.describe.Descriptions .\n";

    @TempDir
    Path directory;

    @Test
    void theCommittedSchemaStarterAndReferencePageAreThoseOfTheKeys() throws IOException {
        for (Map.Entry<String, String> described : Descriptions.texts().entrySet()) {
            assertEquals(described.getValue(), Files.readString(Path.of(described.getKey())), described.getKey() + HOW);
        }
    }

    @Test
    void everyKeyAndGroupIsExplainedInASentence() {
        for (Group<?> group : Groups.of(SceneKeys.SCENE)) {
            assertTrue(group.sentence().matches("\\S.*\\S"), group.place());
            for (Key<?> key : group.keys()) {
                assertTrue(key.sentence().matches("[A-Z].*\\."), group.place() + "." + key.name());
                assertFalse(key.type().words().isEmpty(), group.place() + "." + key.name());
            }
        }
    }

    @Test
    void noTwoGroupsStandAtOnePlaceAndNoTwoKeysHaveOneName() {
        Set<String> seen = new HashSet<>();
        for (Group<?> group : Groups.of(SceneKeys.SCENE)) {
            assertTrue(seen.add(group.definition()), group.definition());
            Set<String> names = new HashSet<>();
            for (Key<?> key : group.keys()) {
                assertTrue(names.add(key.name()), group.place() + "." + key.name());
                key.synonyms().forEach(synonym ->
                        assertTrue(names.add(synonym), group.place() + " calls two keys " + synonym));
            }
        }
    }

    @Test
    void everyExampleReadsWithoutMistakes() throws Exception {
        Files.writeString(directory.resolve("points.csv"), "time,value\n0,1\n1,3\n");
        Files.write(directory.resolve("curves.npy"), npy("(2, 2)", 4));
        Files.write(directory.resolve("grid.npy"), npy("(2,)", -1, 1));
        Files.writeString(directory.resolve("log.csv"), "epoch,loss\n0,2\n1,1\n");
        Files.write(directory.resolve("cat.png"), Png.encode(new FrameSize(16, 16), new int[256]));
        Files.writeString(directory.resolve("parameters.json"), "{\"weights\": [[[1], [2]], [[3, 4]]],"
                + " \"biases\": [[5, 6], [7]]}");
        Files.write(directory.resolve("NotoSansJP.otf"),
                FontFile.class.getResourceAsStream("ideographs.otf").readAllBytes());
        int examples = 0;
        for (Group<?> group : Groups.of(SceneKeys.SCENE)) {
            for (Key<?> key : group.keys()) {
                examples++;
                if (key.type().group().isEmpty()) {
                    readAlone(key);
                } else if (group instanceof OneOf) {
                    String chosen = "{" + key.name() + ": " + key.example() + "}";
                    readInScene(group.place(), group.place().equals("video.panels") ? "[" + chosen + "]" : chosen);
                } else {
                    readInScene(group.place().isEmpty() ? key.name() : group.place() + "." + key.name(), key.example());
                }
            }
        }
        assertTrue(examples > 90, examples + " examples");
    }

    private static byte[] npy(String shape, double... ends) {
        double[] values = ends.length == 1 ? new double[(int) ends[0]] : ends;
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }\n";
        ByteBuffer bytes = ByteBuffer.allocate(10 + header.length() + 8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) header.length());
        bytes.put(header.getBytes(StandardCharsets.US_ASCII));
        for (double value : values) {
            bytes.putDouble(value);
        }
        return bytes.array();
    }

    private void readAlone(Key<?> key) {
        Mistakes mistakes = new Mistakes();
        Position position = Position.ofOption(key.name());
        YamlNode example = YamlReader.readOption(key.example(), position, mistakes).orElseThrow();
        key.type().read(Value.of(example, Reading.of(directory.resolve("scene.yaml"), false, mistakes)));
        assertTrue(mistakes.isEmpty(), () -> mistakes.inOrder("").toString());
    }

    private void readInScene(String path, String example) throws Exception {
        boolean whole = path.matches("data\\.(csv|points|digits|image)(\\..*)?");
        String data = whole ? "data: {}\n"
                : "data: {x: {grid: {from: -1, to: 1, count: 20}}, y: {sinusoidal: {a: 1, b: 2, c: 0, d: 0}}}\n";
        Path scene = Files.writeString(directory.resolve("scene.yaml"),
                data + (path.startsWith("replay") ? "" : "network: {hidden: [2]}\n"));
        SceneReader.read(scene, List.of(new KeyOverride("the example of", path, example)));
    }
}
