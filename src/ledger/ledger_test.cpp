#include "ledger/ledger.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "io/atomic_file.hpp"
#include "ledger/example_run_test.hpp"
#include "ledger/sqlite.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace tarazy {
namespace ledger_test {

std::string failure_of(const std::string& path) {
    try {
        static_cast<void>(read_ledger(path));
    } catch (const InputError& error) {
        return error.what();
    }
    return {};
}

TEST(Ledger, ComesBackAsItWasWritten) {
    const ScratchFolder folder;
    LedgerContent written = example_content();
    written.run.seed = ~std::uint64_t{0};
    written.claims[1].no_interval = "it is counted";
    written.outputs = {{"results/votes.csv", std::string(64, 'a'), 3}};
    write_ledger(folder / "ledger.sqlite", written);
    const LedgerContent content = read_ledger(folder / "ledger.sqlite");
    EXPECT_EQ(content.run.seed, ~std::uint64_t{0});
    EXPECT_EQ(content.run.command, "tarazy study run study");
    ASSERT_EQ(content.sources.size(), 1u);
    EXPECT_EQ(content.sources[0].licence, "free");
    ASSERT_EQ(content.inputs.size(), 2u);
    EXPECT_EQ(content.inputs[1].path, "votes.csv");
    EXPECT_EQ(content.inputs[1].role, "votes");
    EXPECT_EQ(content.inputs[1].rows, 4u);
    ASSERT_EQ(content.outputs.size(), 1u);
    EXPECT_EQ(content.analyses.at(0).parameters, R"({"sessions":"47"})");
    ASSERT_EQ(content.claims.size(), 3u);
    const Claim& claim = content.claims[0];
    EXPECT_EQ(claim.value, 0.75);
    ASSERT_TRUE(claim.interval.has_value());
    EXPECT_EQ(claim.interval->upper, 0.1 + 0.2);  // to the last bit
    EXPECT_EQ(claim.interval->kind, "bootstrap percentile");
    ASSERT_EQ(claim.quantiles.size(), 3u);
    EXPECT_EQ(claim.quantiles[2].value, 0.9);
    EXPECT_EQ(claim.inputs.at(0).rows, "session 47, ccode 365 and 705: 2 roll calls");
    EXPECT_EQ(claim.reproduce, written.claims[0].reproduce);
    EXPECT_EQ(content.claims[1].no_interval, "it is counted");
    EXPECT_EQ(count_claims(folder / "ledger.sqlite"), 3u);
    std::ofstream(folder / "other") << "no ledger";
    EXPECT_THROW(static_cast<void>(count_claims(folder / "other")), InputError);
}

TEST(Ledger, UnknownValueStaysUnknown) {
    const ScratchFolder folder;
    write_ledger(folder / "ledger.sqlite", example_content());
    const Claim claim = find_claim(folder / "ledger.sqlite", "votes.KAZ-CHN.47.agree_voeten");
    EXPECT_FALSE(claim.value.has_value());
    EXPECT_FALSE(claim.interval.has_value());
    EXPECT_TRUE(claim.quantiles.empty());
}

TEST(Ledger, VerdictIsAClaimWithoutAnalysis) {
    const ScratchFolder folder;
    write_ledger(folder / "ledger.sqlite", example_content());
    const Claim verdict = find_claim(folder / "ledger.sqlite", "P2.verdict");
    EXPECT_EQ(verdict.statement, "supported");
    EXPECT_EQ(verdict.analysis, "");
}

TEST(Ledger, EqualContentGivesEqualBytesAndNothingElseInTheFolder) {
    const ScratchFolder folder;
    LedgerContent content = example_content();
    for (int i = 0; i < 2000; ++i) {
        Claim claim = content.claims[0];
        claim.id += std::to_string(i);
        content.claims.push_back(claim);
    }
    write_ledger(folder / "one", content);
    write_ledger(folder / "two", content);
    write_ledger(folder / "two", content);  // over an older one
    EXPECT_EQ(read_file(folder / "one"), read_file(folder / "two"));
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 2);
}

TEST(Ledger, MistypedClaimIsAnsweredWithTheNearest) {
    try {
        static_cast<void>(find_claim(example_content(), "votes.KAZ-RSU.47.agree_voeten"));
        FAIL() << "found a claim that is not there";
    } catch (const UsageError& error) {
        EXPECT_NE(std::string(error.what()).find("did you mean 'votes.KAZ-RUS.47.agree_voeten'?"), std::string::npos)
            << error.what();
    }
}

TEST(Ledger, ClaimsAreFoundByTheBeginningOfTheirName) {
    EXPECT_EQ(claims_starting_with(example_content(), "votes.KAZ").size(), 2u);
    EXPECT_EQ(claims_starting_with(example_content(), "trade").size(), 0u);
}

TEST(Ledger, ClaimOnAnUnknownInputIsOurOwnMistake) {
    const ScratchFolder folder;
    LedgerContent content = example_content();
    content.claims[0].inputs = {{"trade", "all"}};
    EXPECT_THROW(write_ledger(folder / "ledger.sqlite", content), std::logic_error);
    content = example_content();
    content.claims[1].id = content.claims[0].id;
    EXPECT_THROW(write_ledger(folder / "ledger.sqlite", content), std::logic_error);
}

TEST(Ledger, TruncatedFileIsDamagedAtAnyLength) {
    const ScratchFolder folder;
    write_ledger(folder / "ledger.sqlite", example_content());
    const std::string bytes = read_file(folder / "ledger.sqlite");
    for (std::size_t length = 0; length < bytes.size(); length += 997) {
        write_file_atomically(folder / "cut", bytes.substr(0, length));
        const std::string failure = failure_of(folder / "cut");
        EXPECT_NE(failure, "") << "read " << length << " of " << bytes.size() << " bytes";
        EXPECT_NE(failure.find("; "), std::string::npos) << "says no remedy: " << failure;
    }
}

TEST(Ledger, OverwrittenBytesNeverCrashAndNeverInventClaims) {
    const ScratchFolder folder;
    write_ledger(folder / "ledger.sqlite", example_content());
    const std::string bytes = read_file(folder / "ledger.sqlite");
    Random random(1991, "overwritten bytes", 0);
    for (int i = 0; i < 500; ++i) {
        std::string altered = bytes;
        const std::size_t start = random.below(altered.size());
        for (std::size_t at = start; at < std::min(altered.size(), start + 1 + random.below(64)); ++at) {
            altered[at] = static_cast<char>(random.below(256));
        }
        write_file_atomically(folder / "altered", altered);
        try {
            EXPECT_EQ(read_ledger(folder / "altered").claims.size(), 3u);
        } catch (const InputError&) {  // the other good answer; anything else fails the test
        }
    }
}

TEST(Ledger, DatabaseOfAnotherProgramIsNamedAsSuch) {
    const ScratchFolder folder;
    {
        Database other = Database::create(folder / "other.sqlite");
        other.run("CREATE TABLE claims(id TEXT)");
        other.close();
    }
    EXPECT_NE(failure_of(folder / "other.sqlite").find("of another program"), std::string::npos);
    write_file_atomically(folder / "text.sqlite", "id,value\n");
    EXPECT_NE(failure_of(folder / "text.sqlite").find("is not a ledger"), std::string::npos);
    EXPECT_THROW(static_cast<void>(read_ledger(folder / "nothing.sqlite")), FileError);
}

TEST(Ledger, AlteredTablesAndLaterLayoutsAreRefused) {
    const ScratchFolder folder;
    write_ledger(folder / "ledger.sqlite", example_content());
    std::filesystem::copy(folder / "ledger.sqlite", folder / "later.sqlite");
    {
        Database database = Database::create(folder / "ledger.sqlite");
        database.run("CREATE TRIGGER t AFTER INSERT ON claim_records BEGIN DELETE FROM runs; END");
        Database later = Database::create(folder / "later.sqlite");
        later.run("PRAGMA user_version = 5");
    }
    EXPECT_NE(failure_of(folder / "ledger.sqlite").find("altered"), std::string::npos);
    EXPECT_NE(failure_of(folder / "later.sqlite").find("layout 5"), std::string::npos);
}

TEST(Ledger, BrokenReferenceIsDamage) {
    const ScratchFolder folder;
    write_ledger(folder / "ledger.sqlite", example_content());
    {
        Database database = Database::create(folder / "ledger.sqlite");
        database.run("PRAGMA foreign_keys = OFF; DELETE FROM analyses");
    }
    EXPECT_NE(failure_of(folder / "ledger.sqlite").find("a record in claim_texts refers to one in analyses"),
              std::string::npos);
}

TEST(Ledger, FullDiskIsReportedAndLeavesTheOlderLedger) {
    const ScratchFolder folder;
    write_ledger(folder / "ledger.sqlite", example_content());
    const std::string before = read_file(folder / "ledger.sqlite");
    for (const std::size_t limit : {0u, 1000u, 5000u, 20000u, 60000u}) {
        LedgerContent content = example_content();
        content.claims[0].formula = std::string(200000, 'f');
        const FullDisk full(limit);
        EXPECT_THROW(write_ledger(folder / "ledger.sqlite", content), FileError) << limit;
    }
    EXPECT_EQ(read_file(folder / "ledger.sqlite"), before);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST(Ledger, FolderThatCannotBeWrittenIsAFileError) {
    const ScratchFolder folder;
    write_file_atomically(folder / "file", "x");
    EXPECT_THROW(write_ledger(folder / "file/ledger.sqlite", example_content()), FileError);
    EXPECT_THROW(write_ledger("/proc/ledger.sqlite", example_content()), FileError);
}

}  // namespace ledger_test
}  // namespace tarazy
