#include "serve/own_command.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace own_command_test {
namespace {

using namespace tarazy;

OwnCommand shell(const std::string& text) {
    return {"/bin/sh", {"-c", text}};
}

TEST(OwnCommand, GivesWhatItWroteAndItsStatus) {
    std::vector<std::string> lines;
    const CommandOutcome outcome = run_own_command(shell("echo out; echo one >&2; printf two >&2; exit 3"), {}, {},
                                                   [&](std::string_view line) { lines.emplace_back(line); });
    EXPECT_EQ(outcome.status, 3);
    EXPECT_EQ(outcome.output, "out\n");
    EXPECT_EQ(outcome.errors, "one\ntwo");
    EXPECT_EQ(lines, (std::vector<std::string>{"one", "two"}));
}

TEST(OwnCommand, EndsWhenStopped) {
    std::stop_source stop;
    std::jthread later([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        stop.request_stop();
    });
    EXPECT_EQ(run_own_command(shell("exec sleep 60"), {}, stop.get_token()).status, 130);
}

TEST(OwnCommand, EndsEvenWhenItDoesNotListen) {
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(run_own_command(shell("trap '' INT; sleep 60; sleep 60"), {}, stop.get_token()).status, 130);
}

TEST(OwnCommand, LimitsAreKept) {
    CommandLimits limits;
    limits.time = std::chrono::milliseconds(100);
    EXPECT_EQ(run_own_command(shell("exec sleep 60"), limits).status, 5);
    limits = {};
    limits.output = 1000;
    EXPECT_EQ(run_own_command({"/usr/bin/yes", {}}, limits).status, 5);
}

TEST(OwnCommand, WhatCannotBeStartedSaysSo) {
    EXPECT_EQ(run_own_command({"/no/such/program", {}}).status, 127);
}

TEST(OwnCommand, WhatLooksLikeAnOptionIsNone) {
    OwnCommand command{"/bin/echo", {"explain", "--", "--help"}};
    command.for_server = {"--format", "json"};
    EXPECT_EQ(run_own_command(command).output, "explain --format json -- --help\n");
    EXPECT_EQ(option_words("--only", "votes"), (std::vector<std::string>{"--only", "votes"}));
    EXPECT_EQ(option_words("--only", "--help"), (std::vector<std::string>{"--only=--help"}));
}

TEST(OwnCommand, IsShownAsAPersonWouldTypeIt) {
    EXPECT_EQ(as_typed({"/x/tarazy", {"study", "run", "my study", "it's", ""}}),
              "tarazy study run 'my study' 'it'\\''s' ''");
}

}  // namespace
}  // namespace own_command_test
