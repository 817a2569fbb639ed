#include "simulate/bargain/read_actors.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace read_actors_test {

ActorsRead read(const std::string& text, const ActorReading& reading = {}) {
    return actors_of_text(text, "a.csv", reading);
}

std::string faults(const std::string& text, const ActorReading& reading = {}) {
    try {
        (void)read(text, reading);
    } catch (const InputError& error) {
        return error.what();
    }
    return "";
}

TEST(ReadActors, KtabsLayout) {
    const ActorsRead got = read(
        "My case,\"one, two\",3,2,\nActor,Description,Power,Policy Position,Policy Salience,Transit,Sal2,\n"
        "A, first,10,0,24.0, 20,48,\nB,second, 5,45,44.7,65,41.3,\nC,third,1,100,30,15,65,\n");
    EXPECT_EQ(got.actors.title, "My case");
    EXPECT_EQ(got.actors.names, (std::vector<std::string>{"A", "B", "C"}));
    EXPECT_EQ(got.actors.issues, (std::vector<std::string>{"Policy", "Transit"}));
    EXPECT_EQ(got.actors.descriptions[1], "second");
    EXPECT_EQ(got.actors.position, (std::vector<double>{0, 20, 45, 65, 100, 15}));
    EXPECT_DOUBLE_EQ(got.actors.salience[3], 0.413);
}

TEST(ReadActors, TheTitleOfKtabsLayoutIsUtf8WhateverTheFileIs) {
    const ActorsRead got = read(
        "\xCA\xE0\xE7\xE0\xF5\xF1\xF2\xE0\xED,d,2,1,\nActor,Description,Power,Oil Position,Oil Salience\nA,a,10,0,24\n"
        "B,b,5,45,44\n");
    EXPECT_EQ(got.actors.title, "Казахстан");
}

TEST(ReadActors, PlainTablesOfOneIssueOrSeveral) {
    ActorsRead got = read("Actor,Capability,Position,Salience\nA,1,55,0.8\nB,.5,60,0.6\n");
    EXPECT_EQ(got.actors.issues, (std::vector<std::string>{"issue"}));
    EXPECT_DOUBLE_EQ(got.actors.salience[0], 0.8);
    EXPECT_EQ(got.notes, (std::vector<std::string>{"saliences are read as shares of 1"}));
    got = read("actor,capability,position_oil,salience_oil,gas_position,gas_salience\nA,1,1,50,2,40\nB,1,3,4,5,6\n");
    EXPECT_EQ(got.actors.issues, (std::vector<std::string>{"oil", "gas"}));
    EXPECT_EQ(got.actors.position, (std::vector<double>{1, 2, 3, 5}));
    EXPECT_DOUBLE_EQ(got.actors.salience[1], 0.4);
    EXPECT_DOUBLE_EQ(
        read("actor,capability,position,salience\nA,1,1,1\nB,1,2,1\n", {.salience_scale = 100}).actors.salience[0],
        0.01);
}

TEST(ReadActors, ARowAnActorAndIssue) {
    const ActorsRead got = read(
        "actor,issue,capability,position,salience\nA,oil,3,10,0.5\nB,oil,2,20,0.5\nB,gas,2,30,0.1\nA,gas,3,40,0.2\n");
    EXPECT_EQ(got.actors.issues, (std::vector<std::string>{"oil", "gas"}));
    EXPECT_EQ(got.actors.position, (std::vector<double>{10, 40, 20, 30}));
    EXPECT_EQ(got.actors.capability, (std::vector<double>{3, 2}));
    const std::string told = faults(
        "actor,issue,capability,position,salience\nA,oil,3,10,0.5\nA,oil,4,10,0.5\nB,gas,2,30,0.1\nB,oil,2,3,0.1\n");
    EXPECT_NE(told.find("a.csv:3:3: the capability of 'A' is 4, and 3 in another row"), std::string::npos) << told;
    EXPECT_NE(told.find("a.csv:3:2: 'A' stands twice with the issue 'oil'"), std::string::npos) << told;
    EXPECT_NE(told.find("a.csv:2:1: 'A' has no row for the issue 'gas'"), std::string::npos) << told;
}

TEST(ReadActors, AllFaultsAreToldAtOnceWithTheirPlaces) {
    const std::string told =
        faults("actor,capability,position,salience\nA,0,50,50\nA,1,101,50\n,x,50,-1\nD,1,,0\nE,1,50,120\n");
    for (const char* part :
         {"a.csv:2:2: the capability is 0", "a.csv:3:1: the actor 'A' stands twice",
          "a.csv:3:3: the position is 101, outside of the scale from 0 to 100", "a.csv:4:1: the actor has no name",
          "a.csv:4:2: 'x' is no number", "a.csv:4:4: the salience is -1", "a.csv:5:3: the number is lacking",
          "a.csv:5:4: 'D' cares for no issue", "a.csv:6:4: the saliences of 'E' sum to 120, more than 100"})
        EXPECT_NE(told.find(part), std::string::npos) << part << '\n' << told;
    EXPECT_NE(faults("actor,capability,position,salience\nA,1,1,1\nB,1,1,1\n", {.least_actors = 3})
                  .find("there are 2 actors; give at least 3"),
              std::string::npos);
    EXPECT_NE(faults("actor,capability,position\nA,1,1\n").find("the column 'salience' is lacking"), std::string::npos);
    EXPECT_NE(faults("actor,power,position_x\nA,1,1\n").find("the column 'salience_x' is lacking"), std::string::npos);
    EXPECT_NE(faults("K,d,3,1\nActor,D,P,X,S\nA,a,1,1,1\nB,b,1,2,1\n").find("a.csv:1:3: the first line says 3 actors"),
              std::string::npos);
    EXPECT_NE(faults("K,d,2,1\nActor,D,P,X\nA,a,1,1\nB,b,1,2\n").find("a.csv:2: the header has 4 columns"),
              std::string::npos);
    EXPECT_NE(faults("K,d,2,1\nActor,D,P,X,S\nA,a,1,1,1\nB,b,1,2\n"), "");  // a ragged row
}

TEST(ReadActors, AScaleOfPositionsOfOnesOwn) {
    const ActorsRead got =
        read("actor,capability,position,salience\nA,1,-2,1\nB,1,2,1\n", {.lowest = -2, .highest = 2});
    EXPECT_EQ(got.actors.lowest, -2);
    EXPECT_NE(faults("actor,capability,position,salience\nA,1,-2,1\nB,1,2,1\n"), "");
}

}  // namespace read_actors_test
}  // namespace tarazy
