#include "bindings/command_call.hpp"

#include "table/table.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace command_call_test {
namespace {

using namespace tarazy;
using Clock = std::chrono::steady_clock;

const auto always = [] { return true; };

/// Takes minutes.
const std::vector<std::string> long_command = {"align", "similarity", "--votes", "<votes>", "--bootstrap", "1000000"};

GivenTables votes() {
    std::vector<std::int64_t> rcid, ccode, vote;
    for (int roll_call = 0; roll_call < 100; ++roll_call)
        for (const int state : {2, 200, 365, 705, 710}) {
            rcid.push_back(roll_call + 1);
            ccode.push_back(state);
            vote.push_back(1 + (roll_call * state) % 3);
        }
    GivenTables tables;
    Table& table = tables["<votes>"];
    table.add("rcid", Column(rcid));
    table.add("session", Column(std::vector<std::int64_t>(rcid.size(), 63)));
    table.add("ccode", Column(ccode));
    table.add("vote", Column(vote));
    return tables;
}

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

TEST(CommandCall, GivesTheResultOfTheCommand) {
    const CallAnswer answer = call_command({"data", "states", "Kazakhstan"}, {}, always);
    ASSERT_FALSE(answer.failure);
    EXPECT_EQ(answer.result.table->rows(), 1u);
}

TEST(CommandCall, WhatGoesWrongIsAValue) {
    const auto failure = [](const std::vector<std::string>& arguments, const GivenTables& tables = {}) {
        return call_command(arguments, tables, always).failure.value();
    };
    EXPECT_EQ(failure({"align", "similarty"}).kind, FailureKind::usage);
    EXPECT_EQ(failure({"data", "inspect", "no_such_file.csv"}).kind, FailureKind::file);
    GivenTables tables = votes();
    tables["<votes>"].names[3] = "choice";
    const CallFailure lacking = failure({"align", "similarity", "--votes", "<votes>"}, tables);
    EXPECT_EQ(lacking.kind, FailureKind::input);
    ASSERT_FALSE(lacking.problems.empty());
    EXPECT_NE(lacking.message.find("vote"), std::string::npos) << lacking.message;
    EXPECT_EQ(to_string(lacking.kind), "input");
}

TEST(CommandCall, ACallThatIsNoLongerWantedEndsWithinASecond) {
    const GivenTables tables = votes();
    const auto start = Clock::now();
    const CallAnswer answer = call_command(long_command, tables, [&] { return seconds_since(start) < 0.3; });
    EXPECT_LT(seconds_since(start), 1.5);
    ASSERT_TRUE(answer.failure);
    EXPECT_EQ(answer.failure->kind, FailureKind::interrupted);
}

TEST(CommandCall, AnExceptionOfTheCallersOwnStopsItToo) {
    const auto start = Clock::now();
    EXPECT_THROW(
        (void)call_command(long_command, votes(), []() -> bool { throw std::domain_error("KeyboardInterrupt"); }),
        std::domain_error);
    EXPECT_LT(seconds_since(start), 1.5);
}

TEST(CommandCall, SeveralThreadsMayCall) {
    const GivenTables tables = votes();
    const std::vector<std::string> command = {"align", "similarity", "--votes", "<votes>", "--bootstrap", "50"};
    const CallAnswer alone = call_command(command, tables, always);
    std::vector<CallAnswer> answers(4);
    {
        std::vector<std::jthread> threads;
        for (CallAnswer& answer : answers)
            threads.emplace_back([&] { answer = call_command(command, tables, always); });
    }
    for (const CallAnswer& answer : answers) {
        ASSERT_FALSE(answer.failure) << answer.failure->message;
        const Table &table = *answer.result.table, &other = *alone.result.table;
        ASSERT_EQ(table.names, other.names);
        for (std::size_t column = 0; column < table.columns.size(); ++column)
            for (std::size_t row = 0; row < table.rows(); ++row) {
                EXPECT_EQ(table.columns[column].display(row), other.columns[column].display(row));
            }
    }
}

}  // namespace
}  // namespace command_call_test
