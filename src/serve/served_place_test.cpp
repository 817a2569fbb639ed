#include "serve/served_place.hpp"

#include "serve/request.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>

namespace served_place_test {
namespace {

using namespace tarazy;

std::string script(const std::string& name, const std::string& text) {
    const std::string path = testing::TempDir() + name;
    std::ofstream(path) << "#!/bin/sh\n" << text;
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    return path;
}

TEST(ServedPlace, ACommandGivesItsJson) {
    ServedPlace place{
        served_folder(testing::TempDir()),
        script("gives.sh", R"(echo '{"tarazy":{"notes":["n"],"warnings":[]},"result":[{"a":1}]}'; exit 1)")};
    const auto json = command_json(place, {"study", "status", "my study"});
    EXPECT_EQ(json.at("result").at(0).at("a"), 1);
    EXPECT_EQ(json.at("command"), "tarazy study status 'my study'");
    EXPECT_EQ(json.at("status"), 1);
}

TEST(ServedPlace, WhatACommandComplainsOfIsHandedOn) {
    ServedPlace place{served_folder(testing::TempDir()),
                      script("fails.sh", "echo 'votes.csv:3:1: no vote; write 1' >&2; exit 3")};
    try {
        (void)command_json(place, {"data", "inspect"});
        FAIL();
    } catch (const RefusedRequest& refused) {
        EXPECT_EQ(refused.status, 422);
        EXPECT_EQ(refused.what, "votes.csv:3:1: no vote; write 1");
    }
}

TEST(ServedPlace, PathsAreNamedFromTheFolder) {
    EXPECT_EQ(relative_to({"/a/b"}, "/a/b/c/d"), "c/d");
    EXPECT_EQ(relative_to({"/a/b"}, "/a/b"), ".");
    EXPECT_EQ(relative_to({"/a/b"}, "/a/b/--help"), "./--help");
}

}  // namespace
}  // namespace served_place_test
