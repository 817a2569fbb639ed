#include "ledger/verify.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "io/atomic_file.hpp"
#include "ledger/example_run_test.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

namespace tarazy {
namespace verify_test {

namespace fs = std::filesystem;

void replace_in(const std::string& path, const std::string& from, const std::string& to) {
    std::string text = read_file(path);
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    write_file_atomically(path, text.replace(at, from.size(), to));
}

std::vector<std::string> kinds(const Verification& verification) {
    std::vector<std::string> kinds;
    for (const Finding& finding : verification.findings)
        kinds.push_back(std::string(to_string(finding.kind)) + ' ' + finding.file);
    return kinds;
}
using Kinds = std::vector<std::string>;

TEST(Verify, UntouchedRunIsSound) {
    const ScratchFolder folder;
    const std::string output = write_example_run(folder.path());
    const Verification verification = verify_files(output);
    EXPECT_TRUE(verification.sound()) << verification.findings.at(0).what;
    EXPECT_EQ(verification.outputs, 3u);
    EXPECT_EQ(verification.inputs, 2u);
}

TEST(Verify, MovedTogetherWithItsStudyItIsStillSound) {
    const ScratchFolder folder;
    write_example_run(folder / "here");
    fs::rename(folder / "here", folder / "there");
    EXPECT_TRUE(verify_files(folder / "there/output").sound());
    fs::rename(folder / "there/study", folder / "elsewhere");
    EXPECT_EQ(kinds(verify_files(folder / "there/output")), (Kinds{"missing study.toml", "missing votes.csv"}));
    EXPECT_TRUE(verify_files(folder / "there/output", folder / "elsewhere").sound());
}

TEST(Verify, ChangedResultIsNamed) {
    const ScratchFolder folder;
    const std::string output = write_example_run(folder.path());
    replace_in(output + "/results/votes.csv", "0.75", "0.85");
    EXPECT_EQ(kinds(verify_files(output)), Kinds{"changed results/votes.csv"});
    EXPECT_TRUE(verify_files(output).inputs_sound);
}

TEST(Verify, ChangedInputIsNamed) {
    const ScratchFolder folder;
    const std::string output = write_example_run(folder.path());
    replace_in(folder / "study/votes.csv", "2,365,3", "2,365,1");
    EXPECT_EQ(kinds(verify_files(output)), Kinds{"changed votes.csv"});
    EXPECT_FALSE(verify_files(output).inputs_sound);
}

TEST(Verify, MissingAndAddedFilesAreNamed) {
    const ScratchFolder folder;
    const std::string output = write_example_run(folder.path());
    fs::remove(output + "/report.html");
    write_file_atomically(output + "/results/trade.csv", "x\n1\n");
    write_file_atomically(output + "/my_notes.txt", "files of the user beside the report are fine");
    EXPECT_EQ(kinds(verify_files(output)), (Kinds{"missing report.html", "added results/trade.csv"}));
}

TEST(Verify, ManifestMadeToFitAChangedResultIsContradictedByTheLedger) {
    const ScratchFolder folder;
    const std::string output = write_example_run(folder.path());
    const std::string before = record_output(output, "results/votes.csv").sha256;
    replace_in(output + "/results/votes.csv", "0.75", "0.85");
    replace_in(output + "/manifest.json", before, record_output(output, "results/votes.csv").sha256);
    EXPECT_EQ(kinds(verify_files(output)), Kinds{"disagrees results/votes.csv"});
}

TEST(Verify, FileStruckFromTheManifestIsContradictedByTheLedger) {
    const ScratchFolder folder;
    const std::string output = write_example_run(folder.path());
    Manifest manifest = read_manifest(output + "/manifest.json");
    manifest.outputs.erase(manifest.outputs.begin());
    manifest.run.seed = 7;
    write_file_atomically(output + "/manifest.json", manifest_text(manifest));
    EXPECT_EQ(kinds(verify_files(output)), (Kinds{"disagrees manifest.json", "disagrees report.html"}));
}

TEST(Verify, AResultRecordedOutsideOfTheFolderIsAFindingAndNoWayOut) {
    const ScratchFolder folder;
    const std::string output = write_example_run(folder.path());
    const Manifest whole = read_manifest(output + "/manifest.json");
    for (const std::string path : {"/etc/hostname", "../study/votes.csv", "//a"}) {
        Manifest manifest = whole;
        manifest.outputs.push_back({path, std::string(64, 'a'), 0});
        write_file_atomically(output + "/manifest.json", manifest_text(manifest));
        EXPECT_EQ(kinds(verify_files(output)), Kinds{"damaged " + path});
    }
}

TEST(Verify, EditedLedgerIsContradictedByTheManifest) {
    const ScratchFolder folder;
    const std::string output = write_example_run(folder.path());
    LedgerContent content = read_ledger(output + "/ledger.sqlite");
    content.claims[0].value = 0.76;
    write_ledger(output + "/ledger.sqlite", content);
    EXPECT_EQ(kinds(verify_files(output)), Kinds{"changed ledger.sqlite"});
}

TEST(Verify, DamagedRecordsAreFindingsNotFailures) {
    const ScratchFolder folder;
    const std::string output = write_example_run(folder.path());
    const std::string ledger = read_file(output + "/ledger.sqlite");
    write_file_atomically(output + "/ledger.sqlite", ledger.substr(0, ledger.size() / 2));
    EXPECT_EQ(kinds(verify_files(output)), (Kinds{"damaged ledger.sqlite", "changed ledger.sqlite"}));
    write_file_atomically(output + "/ledger.sqlite", ledger);
    write_file_atomically(output + "/manifest.json", "{");
    EXPECT_EQ(kinds(verify_files(output)), (Kinds{"damaged manifest.json", "missing inputs"}));
    fs::remove(output + "/manifest.json");
    EXPECT_EQ(kinds(verify_files(output)), Kinds{"missing manifest.json"});
    EXPECT_THROW(static_cast<void>(verify_files(folder / "study")), UsageError);
}

TEST(Verify, AnyChangedByteIsFound) {
    const ScratchFolder folder;
    const std::string output = write_example_run(folder.path());
    const std::vector<std::string> files = {output + "/report.html",     output + "/results/votes.csv",
                                            output + "/ledger.sqlite",   output + "/manifest.json",
                                            folder / "study/study.toml", folder / "study/votes.csv"};
    Random random(1991, "changed bytes", 0);
    for (int i = 0; i < 300; ++i) {
        const std::string& file = files[random.below(files.size())];
        const std::string bytes = read_file(file);
        std::string changed = bytes;
        std::size_t at = random.below(changed.size());
        // The duration is the one figure that no other record repeats.
        if (file.ends_with("manifest.json")) at = random.below(bytes.find("\"duration_seconds\""));
        changed[at] = static_cast<char>(changed[at] ^ (1 << random.below(7)));
        write_file_atomically(file, changed);
        EXPECT_FALSE(verify_files(output).sound()) << file << " byte " << at;
        write_file_atomically(file, bytes);
    }
    EXPECT_TRUE(verify_files(output).sound());
}

TEST(ResolveInput, VariableAtTheStartIsReplaced) {
    ::setenv("TARAZY_TEST_FOLDER", "/data", 1);
    EXPECT_EQ(resolve_input("$TARAZY_TEST_FOLDER/votes.csv", "study"), "/data/votes.csv");
    ::unsetenv("TARAZY_TEST_FOLDER");
    EXPECT_FALSE(resolve_input("$TARAZY_TEST_FOLDER/votes.csv", "study").has_value());
    EXPECT_EQ(resolve_input("data/votes.csv", "/a/study"), "/a/study/data/votes.csv");
    EXPECT_EQ(resolve_input("../votes.csv", "/a/study"), "/a/votes.csv");
    EXPECT_EQ(resolve_input("/b/votes.csv", "/a/study"), "/b/votes.csv");
}

}  // namespace verify_test
}  // namespace tarazy
