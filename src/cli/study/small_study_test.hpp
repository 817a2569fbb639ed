#pragma once

// For tests only: a study that runs in a blink.

#include "base/random.hpp"
#include "cli/program_run_test.hpp"

#include <string>

namespace tarazy::testing_program {

/// Four sessions of eight roll calls of five states, votes drawn with a fixed seed.
struct SmallStudy {
    SmallStudy() {
        std::string votes = "rcid,ccode,vote\n", rolls = "rcid,session\n";
        Random random(1991, "votes of the small study", 0);
        for (int rcid = 1; rcid <= 32; ++rcid) {
            rolls += std::to_string(rcid) + ',' + std::to_string(47 + (rcid - 1) / 8) + '\n';
            for (const int ccode : {2, 200, 365, 705, 710}) {
                votes += std::to_string(rcid) + ',' + std::to_string(ccode) + ',' +
                         std::to_string(1 + random.below(3)) + '\n';
            }
        }
        folder.write("study/votes.csv", votes);
        folder.write("study/rolls.csv", rolls);
        folder.write("study/study.toml", toml);
        ::setenv("TMPDIR", (folder / "study").c_str(), 1);  // where `study verify` recomputes: in memory too
    }
    ~SmallStudy() { ::unsetenv("TMPDIR"); }
    SmallStudy(const SmallStudy&) = delete;
    SmallStudy& operator=(const SmallStudy&) = delete;

    [[nodiscard]] std::string study() const { return folder / "study"; }
    [[nodiscard]] std::string output() const { return folder / "output"; }
    /// The command that runs it; the language in which the report opens tells one run from another.
    [[nodiscard]] std::vector<std::string> command(const std::string& language = "en") const {
        return {"study", "run", study(), "--output", output(), "--quiet", "--language", language};
    }
    [[nodiscard]] ProgramRun run() const { return run_program(command()); }
    [[nodiscard]] ProgramRun verify() const { return run_program({"study", "verify", output()}); }

    Folder folder;

private:
    static constexpr const char* toml = R"toml([study]
id = "small"
title = { en = "A small study", kk = "Шағын зерттеу", ru = "Малое исследование" }
focus = "KAZ"
years = [1992, 1995]
comparison = []
seed = 1991

[[pole]]
id = "RUS"
name = { en = "Russia", kk = "Ресей", ru = "Россия" }
members = ["RUS"]

[[pole]]
id = "CHN"
name = { en = "China", kk = "Қытай", ru = "Китай" }
members = ["CHN"]

[[pole]]
id = "WEST"
name = { en = "The West", kk = "Батыс", ru = "Запад" }
members = ["USA", "GBR"]

[source.drawn]
author = "Drawn by lot"
year = "2025"
title = "Votes without meaning"
publisher = ""
url = ""
coverage = "1992-1995"
licence = "free"

[data.votes]
file = "votes.csv"
role = "votes"
source = "drawn"

[data.rolls]
file = "rolls.csv"
role = "roll_calls"
source = "drawn"

[[analysis]]
id = "similarity"
method = "align.similarity"
title = { en = "Similarity", kk = "Ұқсастық", ru = "Сходство" }
data = ["votes", "rolls"]
[analysis.parameters]
sessions = "47-50"
bootstrap = 20

[[analysis]]
id = "shares"
method = "align.shares"
title = { en = "Shares", kk = "Үлестер", ru = "Доли" }
data = ["votes", "rolls"]
[analysis.parameters]
sessions = "47-50"
windows = ["1992-1995"]
bootstrap = 20

[[proposition]]
id = "P2"
theory = "realism"
text = { en = "It keeps its balance.", kk = "Ол тепе-теңдікті сақтайды.", ru = "Оно держит равновесие." }
would_change = { en = "Other votes.", kk = "Басқа дауыстар.", ru = "Другие голоса." }
[[proposition.test]]
analysis = "shares"
quantity = "evenness.1992-1995"
comparison = "> 0.5 with probability 0.9"
weight = 1
opposite_means = { en = "It leans.", kk = "Ол бір жаққа ауады.", ru = "Оно склоняется." }
)toml";
};

}  // namespace tarazy::testing_program
