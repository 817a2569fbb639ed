// Votes of other bodies than the United Nations, as people have them: members with names and parties, wide matrices,
// words and other codings.

#include "base/random.hpp"
#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <sstream>

namespace tarazy {
namespace align_parliament_test {

using namespace testing_program;

const std::string court = TARAZY_SOURCE_DIR "/examples/supreme-court/votes.csv";

std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> found;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) found.push_back(line);
    return found;
}

std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> found;
    std::istringstream in(line);
    for (std::string cell; std::getline(in, cell, ',');) found.push_back(cell);
    return found;
}

/// One column of a result by the text of another.
std::map<std::string, std::string> column_by(const std::string& csv, const std::string& key, const std::string& value) {
    const std::vector<std::string> rows = lines(csv);
    const std::vector<std::string> names = cells(rows.at(0));
    const auto at = [&](const std::string& name) {
        return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
    };
    std::map<std::string, std::string> found;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        std::vector<std::string> row = cells(rows[i]);
        row.resize(names.size());
        found[row.at(at(key))] = row.at(at(value));
    }
    return found;
}

TEST(AlignParliament, APublishedCourtIsReadAsItIs) {
    const ProgramRun agreement = run_program({"align", "similarity", "--votes", court, "--coding", "binary", "--states",
                                              "Scalia,thomas", "--format", "csv"});
    ASSERT_EQ(agreement.status, 0) << agreement.err;
    EXPECT_NE(agreement.err.find("9 members ('member') by 213 roll calls"), std::string::npos) << agreement.err;
    const auto exact = column_by(agreement.out, "ccode2", "agree_exact");
    EXPECT_NEAR(std::stod(exact.at("Thomas")), 188.0 / 211, 1e-12);
    EXPECT_EQ(column_by(agreement.out, "ccode1", "party1").at("Scalia"), "Republican");

    const ProgramRun points =
        run_program({"align", "ideal-points", "--votes", court, "--coding", "binary", "--anchors", "Thomas,Stevens"});
    ASSERT_EQ(points.status, 0) << points.err;
    const auto mean = column_by(points.out, "ccode", "mean"), year = column_by(points.out, "ccode", "year");
    EXPECT_GT(std::stod(mean.at("Thomas")), std::stod(mean.at("Kennedy")));
    EXPECT_GT(std::stod(mean.at("Kennedy")), std::stod(mean.at("Breyer")));
    EXPECT_LT(std::stod(mean.at("Stevens")), std::stod(mean.at("Souter")));
    EXPECT_EQ(year.at("Thomas"), "") << "no year is known";
    EXPECT_EQ(points.err.find("(estimated)"), std::string::npos) << "one session has no step: " << points.err;
    EXPECT_EQ(points.err.find("state"), std::string::npos) << points.err;

    const ProgramRun shares = run_program({"align", "shares", "--votes", court, "--coding", "binary", "--states",
                                           "Kennedy", "--poles", "republican,Democrat", "--bootstrap", "20"});
    ASSERT_EQ(shares.status, 0) << shares.err;
    const auto closeness = column_by(shares.out, "pole", "closeness");
    EXPECT_GT(std::stod(closeness.at("Republican")), std::stod(closeness.at("Democrat")));
}

/// An invented parliament of twelve members in three parties, two sessions; the rows in some order.
std::string invented_votes(bool reversed, const std::string& prefix, const std::array<const char*, 4>& words) {
    Random random(17, "invented parliament", 0);
    std::vector<std::string> rows;
    for (int session = 8; session <= 9; ++session) {
        for (int call = 0; call < 15; ++call) {
            const double cut = 2 * random.uniform() - 1;
            const bool rising = random.uniform() < 0.5;
            for (int member = 0; member < 12; ++member) {
                const double side = (member - 5.5) / 6 + 0.5 * (random.uniform() - 0.5);
                std::size_t vote = (side > cut) == rising ? 1 : 3;
                if (random.uniform() < 0.05) vote = 2;
                if (random.uniform() < 0.05) vote = 0;
                const std::string party = member < 4 ? "Left" : member < 8 ? "Centre" : "Right";
                rows.push_back("RC" + std::to_string(call + 1) + '-' + std::to_string(session) + ',' +
                               std::to_string(session) + ",\"" + prefix + static_cast<char>('A' + member) + ", X\"," +
                               party + ',' + words[vote] + '\n');
            }
        }
    }
    if (reversed) std::ranges::reverse(rows);
    std::string text = "rcid,session,member,party,vote\n";
    for (const std::string& row : rows) text += row;
    return text;
}

constexpr std::array<const char*, 4> numbers = {"", "1", "2", "3"};

TEST(AlignParliament, OrderWordsAndLayoutChangeNoByte) {
    const Folder folder;
    const std::string plain = folder.write("plain.csv", invented_votes(false, "M", numbers));
    const std::string reversed = folder.write("reversed.csv", invented_votes(true, "M", numbers));
    const std::string words =
        folder.write("words.csv", invented_votes(true, "M", {"отсутствовал", "за", "воздержался", "против"}));
    const std::vector<std::vector<std::string>> commands = {
        {"align", "similarity", "--bootstrap", "20"},
        {"align", "ideal-points", "--draws", "60"},
        {"align", "shares", "--states", "ME, X,MF, X", "--poles", "Left,Right=Right", "--bootstrap", "20"}};
    for (std::vector<std::string> command : commands) {
        command.insert(command.end(), {"--votes", plain});
        const ProgramRun one = run_program(command);
        ASSERT_EQ(one.status, 0) << one.err;
        EXPECT_NE(one.out.find("\"M"), std::string::npos) << one.out;
        for (const std::string& file : {reversed, words}) {
            command.back() = file;
            EXPECT_EQ(run_program(command).out, one.out) << command[1];
        }
    }
}

TEST(AlignParliament, RenamedMembersKeepTheirFigures) {
    const Folder folder;
    // The order of names is turned round with them.
    std::string text = invented_votes(false, "M", numbers);
    const std::string plain = folder.write("plain.csv", text);
    for (std::size_t at = text.find("\"M"); at != std::string::npos; at = text.find("\"M", at + 1))
        text[at + 2] = static_cast<char>('A' + ('L' - text[at + 2]));
    const std::string renamed = folder.write("renamed.csv", text);
    const auto means = [&](const std::string& file) {
        const ProgramRun run = run_program({"align", "ideal-points", "--votes", file, "--draws", "0"});
        EXPECT_EQ(run.status, 0) << run.err;
        std::vector<double> found;
        const std::vector<std::string> rows = lines(run.out);
        for (std::size_t i = 1; i < rows.size(); ++i) found.push_back(std::stod(cells(rows[i])[5]));
        std::ranges::sort(found);
        return found;
    };
    const std::vector<double> a = means(plain), b = means(renamed);
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) EXPECT_NEAR(a[i], b[i], 1e-4);
}

TEST(AlignParliament, YearsAreThoseOfTheDatesAndElseEmpty) {
    const Folder folder;
    const std::string votes = folder.write("votes.csv", invented_votes(false, "M", numbers));
    EXPECT_NE(run_program({"align", "ideal-points", "--votes", votes}).out.find("\"MA, X\",8,,"), std::string::npos);
    std::string rolls = "rcid,session,date\n";
    for (int session = 8; session <= 9; ++session) {
        for (int call = 1; call <= 15; ++call)
            rolls += "RC" + std::to_string(call) + '-' + std::to_string(session) + ',' + std::to_string(session) + ',' +
                     (session == 8 ? "2016-0" : "2020-0") + std::to_string(1 + call % 9) + "-11\n";
    }
    const std::string list = folder.write("rolls.csv", rolls);
    const std::string draws = folder / "p.draws";
    const ProgramRun dated =
        run_program({"align", "ideal-points", "--votes", votes, "--roll-calls", list, "--draws-file", draws});
    ASSERT_EQ(dated.status, 0) << dated.err;
    EXPECT_NE(dated.out.find("\"MA, X\",9,2020,"), std::string::npos) << dated.out;
    const ProgramRun balance =
        run_program({"align", "balance", "--draws", draws, "--states", "mf, x", "--poles", "LEFT,RIGHT=right"});
    ASSERT_EQ(balance.status, 0) << balance.err;
    EXPECT_NE(balance.out.find("\"MF, X\",2016,"), std::string::npos) << balance.out;
    const ProgramRun wrong =
        run_program({"align", "balance", "--draws", draws, "--states", "MF, X", "--poles", "LEFT,RIHGT"});
    EXPECT_EQ(wrong.status, 2);
    EXPECT_NE(wrong.err.find("did you mean 'Right'?"), std::string::npos) << wrong.err;
}

TEST(AlignParliament, MembersMayBeNumbersThatAreNoStates) {
    const Folder folder;
    std::string text = "rcid,session,ccode,vote\n";
    for (int call = 1; call <= 20; ++call)
        for (int member = 1001; member <= 1005; ++member)
            text += std::to_string(call) + ",8," + std::to_string(member) + ',' +
                    ((member + call * 3) % 5 < 2 ? "1\n" : "3\n");
    const std::string votes = folder.write("votes.csv", text);
    const ProgramRun run = run_program(
        {"align", "shares", "--votes", votes, "--states", "1001", "--poles", "1002,B=1003+1004", "--bootstrap", "0"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("1001,,votes,B,"), std::string::npos) << run.out;
    EXPECT_EQ(run_program({"align", "shares", "--votes", votes, "--states", "1009", "--poles", "1002,1003"}).status, 3);
}

TEST(AlignParliament, BridgesAndItemsNameRollCalls) {
    const Folder folder;
    const std::string votes = folder.write("votes.csv", invented_votes(false, "M", numbers));
    const std::string bridges = folder.write("bridges.csv", "rcid1,rcid2\nRC1-8,RC1-9\nRC2-8,nothing\n");
    const std::string items = folder / "items.csv";
    const ProgramRun run = run_program(
        {"align", "ideal-points", "--votes", votes, "--bridges", bridges, "--items", items, "--draws", "50"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_NE(bytes_of(items).find("RC1-8; RC1-9"), std::string::npos) << bytes_of(items);
    EXPECT_NE(run.err.find("1 of 2 pairs of repeated texts"), std::string::npos) << run.err;
}

TEST(AlignParliament, VoetensEightAndNineAreNoVotes) {
    const Folder folder;
    const std::string file =
        folder.write("voeten.csv",
                     "\"rcid\",\"ccode\",\"session\",\"date\",\"unres\",\"vote\",\"Countryname\"\n"
                     "3,2,1,1946-01-01,\"R/1/66\",1,\"United States of America\"\n"
                     "3,20,1,1946-01-01,\"R/1/66\",3,\"Canada\"\n3,40,1,1946-01-01,\"R/1/66\",8,\"Cuba\"\n"
                     "3,41,1,1946-01-01,\"R/1/66\",9,\"Haiti\"\n");
    const ProgramRun run = run_program({"align", "similarity", "--votes", file});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(lines(run.out).size(), 2u) << "one pair: " << run.out;
    EXPECT_NE(run.err.find("8 absent (1), 9 not a member (1)"), std::string::npos) << run.err;
    const ProgramRun poole = run_program({"align", "similarity", "--votes", file, "--coding", "voteview"});
    EXPECT_EQ(lines(poole.out).size(), 2u) << poole.out << poole.err;
}

}  // namespace align_parliament_test
}  // namespace tarazy
