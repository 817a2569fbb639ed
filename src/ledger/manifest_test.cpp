#include "ledger/manifest.hpp"

#include "base/error.hpp"
#include "io/atomic_file.hpp"
#include "ledger/example_run_test.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy {
namespace manifest_test {

Manifest example_manifest() {
    const LedgerContent content = example_content();
    return {content.run, "../study", content.inputs, {{"results/votes.csv", std::string(64, 'a'), 3}}, 0.125};
}

TEST(Manifest, ComesBackAsItWasWritten) {
    const ScratchFolder folder;
    Manifest written = example_manifest();
    written.inputs[1].fallback = true;
    written.inputs[1].raw_path = "$TARAZY_DATA/votes.csv.gz";
    write_file_atomically(folder / "manifest.json", manifest_text(written));
    const Manifest manifest = read_manifest(folder / "manifest.json");
    EXPECT_EQ(manifest_text(manifest), manifest_text(written));
    EXPECT_EQ(manifest.run.seed, 1991u);
    EXPECT_EQ(manifest.inputs[1].raw_path, "$TARAZY_DATA/votes.csv.gz");
    EXPECT_EQ(manifest.duration_seconds, 0.125);
}

TEST(Manifest, DurationStandsOnALineOfItsOwn) {
    EXPECT_NE(manifest_text(example_manifest()).find("\n  \"duration_seconds\": 0.125\n"), std::string::npos);
}

TEST(Manifest, FileThatIsNoManifestSaysSo) {
    const ScratchFolder folder;
    for (const char* text : {"", "[]", "{}", "{\"tarazy\": {\"manifest\": 1}}", "{\"tarazy\": 3}", "not json",
                             "{\"tarazy\": {\"manifest\": 2}}"}) {
        write_file_atomically(folder / "manifest.json", text);
        EXPECT_THROW(static_cast<void>(read_manifest(folder / "manifest.json")), InputError) << text;
    }
    EXPECT_THROW(static_cast<void>(read_manifest(folder / "none.json")), FileError);
}

TEST(Manifest, StudyFolderIsSeenFromTheOutputFolder) {
    const ScratchFolder folder;
    std::filesystem::create_directories(folder / "studies/a");
    EXPECT_EQ(study_folder_from(folder / "studies/a/output", folder / "studies/a/"), "..");
    EXPECT_EQ(study_folder_from(folder / "out/x", folder / "studies/a"), "../../studies/a");
}

TEST(Manifest, AStudyFolderThatNoDiskCanHaveIsGivenAsItIsNamed) {
    const ScratchFolder folder;
    Manifest manifest = example_manifest();
    for (const std::string& name : {"../" + std::string(300, 'x'), std::string(5000, '/') + "a", std::string()}) {
        manifest.study_folder = name;
        EXPECT_FALSE(study_folder_of(folder / "output", manifest).empty());
    }
}

}  // namespace manifest_test
}  // namespace tarazy
