// Ideal points through the program: inputs that cannot be used, inputs that say the same in another way, and the bulk
// layout of the UN Digital Library.

#include "cli/cases_from_use/case_program_test.hpp"
#include "io/read_table.hpp"
#include "table/state_codes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <sstream>

namespace tarazy {
namespace align_ideal_points_input_test {

using namespace testing_program;

const std::string invented = TARAZY_SOURCE_DIR "/examples/invented-assembly/";

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + '\n';
    return text;
}

/// Positions from these votes with the roll calls of the invented assembly.
ProgramRun scaled(const std::vector<std::string>& votes, const std::vector<std::string>& more = {},
                  const std::string& roll_calls = invented + "roll_calls.csv") {
    std::vector<std::string> words = {"align", "ideal-points", "--votes"};
    words.insert(words.end(), votes.begin(), votes.end());
    if (!roll_calls.empty()) words.insert(words.end(), {"--roll-calls", roll_calls});
    words.insert(words.end(), {"--draws", "100"});
    words.insert(words.end(), more.begin(), more.end());
    return run_program(words);
}

void expect_refused(const ProgramRun& run, const std::string& says) {
    EXPECT_EQ(run.status, 3) << run.err;
    EXPECT_NE(run.err.find(says), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("; "), std::string::npos) << "no remedy: " << run.err;
    EXPECT_TRUE(run.out.empty());
}

TEST(AlignIdealPoints, OneStateAlone) {
    const Folder folder;
    expect_refused(scaled({folder.write("a.csv", "rcid,ccode,vote,session\n1,2,1,1\n2,2,3,1\n")}, {}, ""),
                   "0 state(s)");
    expect_refused(scaled({invented + "votes.csv"}, {"--states", "KAZ"}), "give votes of at least two states");
}

TEST(AlignIdealPoints, AllVotesAlike) {
    const Folder folder;
    expect_refused(
        scaled({folder.write("a.csv", "rcid,ccode,vote,session\n1,2,1,1\n1,20,1,1\n2,2,1,1\n2,20,1,1\n")}, {}, ""),
        "0 roll call(s) on which votes differ");
}

TEST(AlignIdealPoints, AVoteOutsideTheThreeIsNamedAtItsCell) {
    const Folder folder;
    const std::string file = folder.write("a.csv", "rcid,ccode,vote,session\n1,2,1,1\n1,20,0,1\n1,365,7,1\n");
    const ProgramRun run = scaled({file}, {}, "");
    expect_refused(run, file + ":3:3: vote is 0; votes are 1 yes, 2 abstain, 3 no");
    expect_refused(run, file + ":4:3: vote is 7");
}

TEST(AlignIdealPoints, BridgesOfUnknownRollCallsOnlyAreRefusedSomeAreSaid) {
    const Folder folder;
    expect_refused(scaled({invented + "votes.csv"},
                          {"--bridges", folder.write("none.csv", "rcid1,rcid2\n9001,9002\n9003,9004\n")}),
                   "2 of 2 pairs of repeated texts name a roll call without votes here, the first 900");
    const ProgramRun some =
        scaled({invented + "votes.csv"}, {"--bridges", folder.write("some.csv", "rcid1,rcid2\n1,9002\n1,40\n")});
    EXPECT_EQ(some.status, 0) << some.err;
    EXPECT_NE(some.err.find("1 of 2 pairs of repeated texts"), std::string::npos) << some.err;
}

TEST(AlignIdealPoints, AMillionDuplicateRowsAreTwentyMessagesAndACount) {
    const Folder folder;
    std::string rows = "rcid,ccode,vote,session\n";
    for (int i = 0; i <= 1'000'000; ++i) rows += "1,2,1,60\n";
    const ProgramRun run = scaled({folder.write("a.csv", rows)}, {}, "");
    expect_refused(run, "a.csv:3:1: state 2 votes a second time on roll call 1; its first vote stands on line 2");
    EXPECT_NE(run.err.find("999980 more"), std::string::npos) << run.err;
    EXPECT_LE(std::ranges::count(run.err, '\n'), 22) << run.err;
    if (!testing_cases::memory_can_be_limited()) GTEST_SKIP() << testing_cases::no_memory_limit;
    rusage used{};
    ASSERT_EQ(::getrusage(RUSAGE_CHILDREN, &used), 0);  // of the largest child so far
    EXPECT_LT(used.ru_maxrss, 1'000'000) << "kilobytes";
}

TEST(AlignIdealPoints, PermutedRowsAndSplitFilesChangeNoByte) {
    const Folder folder;
    const std::vector<std::string> all = lines_of(bytes_of(invented + "votes.csv"));
    const std::string whole = scaled({invented + "votes.csv"}).out;
    ASSERT_FALSE(whole.empty());
    std::vector<std::string> reversed = all;
    std::reverse(reversed.begin() + 1, reversed.end());
    EXPECT_EQ(scaled({folder.write("reversed.csv", joined(reversed))}).out, whole);
    std::array<std::vector<std::string>, 3> parts;
    for (auto& part : parts) part.push_back(all.front());
    for (std::size_t i = 1; i < all.size(); ++i) parts[i * 7 % 3].push_back(all[i]);
    EXPECT_EQ(scaled({folder.write("2.csv", joined(parts[2])), folder.write("0.csv", joined(parts[0])),
                      folder.write("1.csv", joined(parts[1]))})
                  .out,
              whole);
}

TEST(AlignIdealPoints, UnanimousRollCallsAreCountedAndChangeNoByteOfThePositions) {
    const Folder folder;
    std::string votes = bytes_of(invented + "votes.csv");
    for (const char* state : {"2", "365", "705", "710"}) votes += std::string("777,") + state + ",3\n";
    const std::string rolls = folder.write("rolls.csv", bytes_of(invented + "roll_calls.csv") + "777,63,2008-12-01\n");
    const ProgramRun more = scaled({folder.write("votes.csv", votes)}, {}, rolls),
                     plain = scaled({invented + "votes.csv"});
    EXPECT_EQ(more.out, plain.out);
    EXPECT_NE(plain.err.find(" 26 unanimous"), std::string::npos) << plain.err;
    EXPECT_NE(more.err.find(" 27 unanimous"), std::string::npos) << more.err;
}

std::vector<double> column(const std::string& csv, const char* name) {
    const Table table = read_csv(csv, "output");
    std::vector<double> values;
    for (std::size_t row = 0; row < table.rows(); ++row) values.push_back(*table[name].real(row));
    return values;
}

TEST(AlignIdealPoints, SwappedYesAndNoMirrorsTheItemsAndLeavesThePositions) {
    const Folder folder;
    std::vector<std::string> swapped = lines_of(bytes_of(invented + "votes.csv"));
    for (std::size_t i = 1; i < swapped.size(); ++i)
        swapped[i].back() = static_cast<char>('1' + '3' - swapped[i].back());
    const std::string items = folder / "items.csv", mirrored = folder / "mirrored.csv";
    const ProgramRun a = scaled({invented + "votes.csv"}, {"--items", items}),
                     b = scaled({folder.write("swapped.csv", joined(swapped))}, {"--items", mirrored});
    ASSERT_EQ(a.status, 0) << a.err;
    ASSERT_EQ(b.status, 0) << b.err;
    // The prior holds the lower cut point and the gap above it, which swapping does not mirror: nearly the same, not to
    // the digit, and items that divide ten states almost perfectly move most.
    const std::vector<double> positions = column(a.out, "mean"), again = column(b.out, "mean");
    ASSERT_EQ(positions.size(), again.size());
    for (std::size_t k = 0; k < positions.size(); ++k) EXPECT_NEAR(positions[k], again[k], 0.05);
    EXPECT_EQ(column(bytes_of(items), "n_yes"), column(bytes_of(mirrored), "n_no"));
    const std::vector<double> slopes = column(bytes_of(items), "slope"), turned = column(bytes_of(mirrored), "slope");
    double both = 0, squares = 0, turned_squares = 0;  // slopes scatter around 0
    for (std::size_t j = 0; j < slopes.size(); ++j) {
        both += slopes[j] * turned[j];
        squares += slopes[j] * slopes[j];
        turned_squares += turned[j] * turned[j];
    }
    EXPECT_LT(both / std::sqrt(squares * turned_squares), -0.99);
}

/// The invented assembly as the bulk file would hold it.
std::string invented_in_bulk() {
    const Table votes = read_table(invented + "votes.csv"), rolls = read_table(invented + "roll_calls.csv");
    std::map<std::int64_t, std::string> day_and_session;
    for (std::size_t row = 0; row < rolls.rows(); ++row)
        day_and_session[*rolls["rcid"].integer(row)] = rolls["date"].display(row) + ',' + rolls["session"].display(row);
    std::string text = "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,title\n";
    for (std::size_t row = 0; row < votes.rows(); ++row) {
        const std::int64_t id = *votes["rcid"].integer(row);
        text += std::to_string(id) + ',' + iso3_of_cow(static_cast<int>(*votes["ccode"].integer(row)), 2006).value() +
                ",NAME," + std::string(1, "XYAN"[*votes["vote"].integer(row)]) + ',' + day_and_session.at(id) +
                ",A/RES/1,A title\n";
    }
    return text;
}

TEST(AlignIdealPoints, TheBulkLayoutOfTheDigitalLibraryGivesTheSameBytes) {
    const Folder folder;
    const std::string bulk = folder.write("bulk.csv", invented_in_bulk());
    const ProgramRun ours = scaled({invented + "votes.csv"}), theirs = scaled({bulk}, {}, "");
    ASSERT_EQ(theirs.status, 0) << theirs.err;
    EXPECT_EQ(theirs.out, ours.out);
    EXPECT_EQ(theirs.err, ours.err);
    for (std::vector<std::string> command :
         {std::vector<std::string>{"align", "similarity", "--sessions", "63", "--states", "KAZ,RUS,CHN", "--bootstrap",
                                   "50", "--block", "date"},
          std::vector<std::string>{"align", "shares", "--states", "KAZ", "--poles", "RUS,CHN", "--bootstrap", "50"}}) {
        std::vector<std::string> own = command;
        command.insert(command.end(), {"--votes", bulk});
        own.insert(own.end(), {"--votes", invented + "votes.csv", "--roll-calls", invented + "roll_calls.csv"});
        const ProgramRun run = run_program(command);
        ASSERT_EQ(run.status, 0) << run.err;
        EXPECT_EQ(run.out, run_program(own).out);
    }
}

TEST(AlignIdealPoints, TheFitOfEverySessionIsWrittenAndTheWalksVarianceIsSaid) {
    const Folder folder;
    const std::string fit = folder / "fit.csv";
    const ProgramRun run = scaled({invented + "votes.csv"}, {"--fit", fit});
    ASSERT_EQ(run.status, 0) << run.err;
    const std::string text = bytes_of(fit);
    EXPECT_TRUE(
        text.starts_with("session,year,roll_calls,n_votes,yes,yes_expected,abstain,abstain_expected,no,no_expected,"
                         "correct,modal,apre,gmp\n60,2005,"))
        << text;
    EXPECT_EQ(std::ranges::count(text, '\n'), 6) << "four sessions, all of them, and the header";
    EXPECT_NE(run.err.find("(estimated)"), std::string::npos) << run.err;
    const ProgramRun fixed = scaled({invented + "votes.csv"}, {"--omega2", "0.05"});
    EXPECT_EQ(fixed.err.find("(estimated)"), std::string::npos) << fixed.err;
    EXPECT_NE(fixed.out, run.out);
}

TEST(AlignIdealPoints, AMalformedBulkFileIsNamedCellByCell) {
    const Folder folder;
    std::string text = invented_in_bulk();
    text += "1,KAZ,NAME,Q,2005-10-01,60,A/RES/1,A title\n2,USA,NAME,Y,2005-12-24,60,A/RES/1,A title\n";
    const std::size_t last = static_cast<std::size_t>(std::ranges::count(text, '\n'));
    const std::string file = folder.write("bulk.csv", text);
    const ProgramRun run = scaled({file}, {}, "");
    expect_refused(run, file + ':' + std::to_string(last - 1) + ":4: ms_vote is 'Q'");
    expect_refused(run, file + ':' + std::to_string(last) + ":5: roll call 2 has date '2005-12-24' here and ");
}

}  // namespace align_ideal_points_input_test
}  // namespace tarazy
