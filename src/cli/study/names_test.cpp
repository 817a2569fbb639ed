#include "cli/study/small_study_test.hpp"

#include <gtest/gtest.h>

#include <regex>

namespace tarazy {
namespace study_names_test {

using namespace testing_program;

std::string exchanged(std::string text, const std::string& what, const std::string& by) {
    bool found = false;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
        found = true;
    }
    EXPECT_TRUE(found) << what;
    return text;
}

/// The analyses of the small study that know poles, and tests on numbers about them.
std::string study_with_pole(const SmallStudy& small, const std::string& id) {
    std::string toml = bytes_of(small.study() + "/study.toml");
    toml = exchanged(toml, "id = \"WEST\"", "id = \"" + id + "\"");
    toml += R"(
[[analysis]]
id = "points"
method = "align.ideal-points"
title = "Points"
data = ["votes", "rolls"]
[analysis.parameters]
sessions = "47-50"
windows = ["1992-1995"]
draws = 50

[[analysis]]
id = "hedge"
method = "align.balance"
title = "Hedge"
data = ["votes", "rolls"]
[analysis.parameters]
sessions = "47-50"
windows = ["1992-1995"]
draws = 50
weight_draws = 100

[[proposition]]
id = "names"
text = "Poles may be called anything."
)";
    const std::pair<const char*, std::string> tests[] = {{"shares", "mean_share." + id + ".1992-1995"},
                                                         {"shares", "difference.RUS-" + id + ".1992-1995"},
                                                         {"points", "position." + id + ".1992"},
                                                         {"points", "closer.CHN-" + id + ".1993"},
                                                         {"hedge", "overall.mean_share." + id + ".1992-1995"},
                                                         {"hedge", "overall.years_aligned." + id + ".1992-1995"}};
    for (const auto& [analysis, quantity] : tests)
        toml += "[[proposition.test]]\nanalysis = \"" + std::string(analysis) + "\"\nquantity = \"" + quantity +
                "\"\ncomparison = \">= -99 with probability 0.5\"\nopposite_means = \"none\"\n";
    return toml;
}

/// Without what names the pole, so that two reports can be compared whatever it is called.
std::string without(std::string text, const std::string& id, const std::string& escaped) {
    for (const std::string& each : {id, escaped}) {
        for (std::size_t at = text.find(each); at != std::string::npos; at = text.find(each, at))
            text.erase(at, each.size());
    }
    return text;
}

TEST(StudyNames, APoleKeepsItsRowsWhateverItIsCalled) {
    const SmallStudy small;
    const auto report_of = [&](const std::string& id, const std::string& escaped) {
        small.folder.write("study/study.toml", study_with_pole(small, id));
        const ProgramRun run = run_program(small.command());
        EXPECT_EQ(run.status, 0) << id << run.err;
        // Digests and the file that is read differ; the rest is the same but for the id.
        const std::string whole = small.folder / "whole.html";
        EXPECT_EQ(run_program({"report", small.output(), "--whole", "--output", whole}).status, 0);
        const std::string page = bytes_of(whole);
        std::string html = std::regex_replace(page.substr(0, page.find("<script type=\"application/zstd")),
                                              std::regex("[0-9a-f]{64}"), "");
        small.folder.write("study/study.toml",
                           exchanged(bytes_of(small.study() + "/study.toml"), "id = \"" + id + "\"", "id = \"WEST\""));
        const std::string toml = bytes_of(small.study() + "/study.toml");
        small.folder.write("study/study.toml", toml.substr(0, toml.find("\n[[analysis]]\nid = \"points\"")));
        return without(std::move(html), id, escaped);
    };
    const std::string plain = report_of("EU27", "EU27");
    for (const auto& [id, escaped] : {std::pair{"EU-27", "EU-27"}, std::pair{"G7.plus", "G7.plus"},
                                      std::pair{"ЕАЭС-5", "~d0~95~d0~90~d0~ad~d0~a1-5"}}) {
        EXPECT_EQ(report_of(id, escaped).size(), plain.size()) << id;
    }
}

/// Each kind of name said twice or too like another: found by the check at its place, or told as a warning; never 70.
TEST(StudyNames, WhatIsSaidTwiceIsFoundByTheCheck) {
    const SmallStudy small;
    const std::string toml = bytes_of(small.study() + "/study.toml");
    struct Clash {
        const char *from, *to, *said;
        int status;
    };
    const Clash clashes[] = {
        {"file = \"votes.csv\"", "file = [\"votes.csv\", \"./votes.csv\"]", "is named twice under [data.votes]", 3},
        {"id = \"WEST\"", "id = \"KAZ\"", "is the code of the focus state", 3},
        {"id = \"WEST\"", "id = \"RUS\"", "a second pole has the id 'RUS'", 3},
        {"id = \"WEST\"", "id = \"rus\"", "in capital letters only", 0},
        {"id = \"WEST\"", "id = \"RUS-CHN\"", "as a pair have the name 'RUS-CHN'", 3},
        {"id = \"WEST\"", "id = \"A B\"", "holds more than letters", 3},
        {"members = [\"USA\", \"GBR\"]", "members = [\"USA\", \"CHN\"]", "a member of a pole already", 3},
        {"comparison = []", "comparison = [\"UZB\", \"UZB\"]", "named twice among focus and comparison", 3},
        {"comparison = []", "comparison = [\"KAZ\"]", "named twice among focus and comparison", 3},
        {"id = \"similarity\"", "id = \"shares\"", "a second analysis has the id 'shares'", 3},
        {"windows = [\"1992-1995\"]", "windows = [\"1992-1995\", \"1992-1995\"]", "each span once", 3},
        {"source = \"drawn\"", "source = [\"drawn\", \"drawn\"]", "is named twice", 0},
    };
    for (const Clash& clash : clashes) {
        std::string edited = toml;
        const std::size_t at = edited.find(clash.from);
        ASSERT_NE(at, std::string::npos) << clash.from;
        small.folder.write("study/study.toml", edited.replace(at, std::string(clash.from).size(), clash.to));
        const ProgramRun check = run_program({"study", "check", small.study()});
        EXPECT_EQ(check.status, clash.status) << clash.to << check.err;
        EXPECT_NE(check.err.find(clash.said), std::string::npos) << clash.to << '\n' << check.err;
        EXPECT_TRUE(std::regex_search(check.err, std::regex("study\\.toml:[0-9]+:[0-9]+: "))) << check.err;
        const ProgramRun run = run_program(small.command());
        EXPECT_EQ(run.status, clash.status) << clash.to << run.err;
    }
}

/// Small changes of a study file by chance: what the check lets pass, the run carries out or refuses with a reason.
TEST(StudyNames, WhatTheCheckLetsPassNeverEndsInOurOwnBug) {
    const SmallStudy small;
    std::string toml = bytes_of(small.study() + "/study.toml");
    for (const char* often : {"bootstrap = 20", "bootstrap = 20"}) toml.replace(toml.find(often), 14, "bootstrap = 2 ");
    std::vector<std::string> words;  // quoted words and numbers of the file
    std::vector<std::pair<std::size_t, std::size_t>> places;
    const std::regex word("\"[^\"\n]*\"|\\b[0-9]+\\b");
    for (std::sregex_iterator each(toml.begin(), toml.end(), word), end; each != end; ++each) {
        words.push_back(each->str());
        places.emplace_back(static_cast<std::size_t>(each->position()), each->str().size());
    }
    Random random(2026, "mutations of a study", 0);
    int passed = 0;
    for (int round = 0; round < 60; ++round) {
        std::string mutant = toml;
        if (random.below(3) > 0) {  // one word takes the place of another
            const auto [at, length] = places[random.below(places.size())];
            mutant.replace(at, length, words[random.below(words.size())]);
        } else {  // a line stands twice, or is gone
            std::vector<std::size_t> lines{0};
            for (std::size_t i = 0; i < toml.size(); ++i)
                if (toml[i] == '\n' && i + 1 < toml.size()) lines.push_back(i + 1);
            const std::size_t from = lines[random.below(lines.size())], to = toml.find('\n', from) + 1;
            if (random.below(2) == 0)
                mutant.insert(to, toml.substr(from, to - from));
            else
                mutant.erase(from, to - from);
        }
        small.folder.write("study/study.toml", mutant);
        const ProgramRun check = run_program({"study", "check", small.study(), "--quiet"});
        EXPECT_TRUE(check.status == 0 || check.status == 3 || check.status == 4) << check.err << '\n' << mutant;
        if (check.status != 0) continue;
        ++passed;
        const ProgramRun run = run_program({"study", "run", small.study(), "--output", small.output(), "--quiet"});
        EXPECT_TRUE(run.status == 0 || run.status == 3) << run.status << run.err << '\n' << mutant;
        EXPECT_TRUE(run.status == 0 || !run.err.empty()) << mutant;
    }
    EXPECT_GT(passed, 8) << "the mutations are small enough to pass now and then";
}

}  // namespace study_names_test
}  // namespace tarazy
