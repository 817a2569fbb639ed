#include "analyses/write_study/written_faults.hpp"

#include <gtest/gtest.h>

#include <string>

namespace tarazy {
namespace written_faults_test {

const char* const text =
    "[study]\nid = \"x\"\nseed = 99\n\n[[pole]]\nid = \"A\"\nname = { en = \"A\" }\n\n"
    "[data.votes]\nfile = \"data/votes.csv\"\n\n"
    "[[analysis]]\nid = \"shares\"\nmethod = \"align.shares\"\n[analysis.parameters]\nbootstrap = 1000\n\n"
    "[[proposition]]\nid = \"P1\"\n";

StudyDraft draft() {
    StudyDraft draft;
    GivenData& votes = draft.data.emplace_back();
    votes.key = votes.role = "votes";
    votes.files = {{"my votes.csv", "/x/my votes.csv", ""}, {"more.csv", "/x/more.csv", ""}};
    StartedAnalysis& shares = draft.analyses.emplace_back();
    shares.id = "shares";
    shares.data = {"votes"};
    return draft;
}

std::string place_of(std::size_t line) {
    const Problem fault = fault_of_order({"study.toml", line, 3, "wrong", "mend it"}, text, draft());
    EXPECT_EQ(fault.line, 0u);
    EXPECT_EQ(fault.what, "wrong");
    return fault.file;
}

TEST(WrittenFaults, LeadToTheOptionOrTheFilesThatTheLineWasMadeOf) {
    EXPECT_EQ(place_of(2), "--name");
    EXPECT_EQ(place_of(3), "--seed");
    EXPECT_EQ(place_of(7), "--poles");
    EXPECT_EQ(place_of(10), "my votes.csv, more.csv");
    EXPECT_EQ(place_of(12), "my votes.csv, more.csv");
    EXPECT_EQ(place_of(16), "my votes.csv, more.csv");
}

TEST(WrittenFaults, WhatTheProgramChoseIsSaidToBeSo) {
    for (const std::size_t line : {std::size_t{0}, std::size_t{4711}, std::size_t{19}})
        EXPECT_EQ(place_of(line), "the study that would be written") << line;
}

}  // namespace written_faults_test
}  // namespace tarazy
