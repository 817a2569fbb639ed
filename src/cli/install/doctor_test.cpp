#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>

namespace tarazy {

namespace doctor_test {

using namespace testing_program;

nlohmann::json row_of(const std::string& thing, int& status) {
    const ProgramRun run = run_program({"doctor", "--format", "json"});
    status = run.status;
    const nlohmann::json document = nlohmann::json::parse(run.out);
    for (const nlohmann::json& row : document.at("result"))
        if (row.at("thing") == thing) return row;
    return {};
}

TEST(Doctor, LooksAtEverythingItNeeds) {
    int status = -1;
    const nlohmann::json itself = row_of("tarazy", status);
    EXPECT_EQ(itself.at("state"), "ok");
    EXPECT_NE(itself.at("found").get<std::string>().find(tested_program()), std::string::npos) << itself;
    for (const char* thing :
         {"machine", "this folder", "temporary folder", "words of Kazakh", "pdftotext", "Node.js", "browser", "MPI"})
        EXPECT_FALSE(row_of(thing, status).is_null()) << thing;
}

TEST(Doctor, WhatIsLackingHasARemedyAndEndsWithOne) {
    const std::string path = std::getenv("PATH");
    ::setenv("PATH", "/nowhere", 1);
    ::setenv("TARAZY_DATA", "/nowhere/data", 1);
    int status = -1;
    const nlohmann::json node = row_of("Node.js", status), data = row_of("TARAZY_DATA", status);
    ::setenv("PATH", path.c_str(), 1);
    ::unsetenv("TARAZY_DATA");
    EXPECT_EQ(status, 1);
    EXPECT_EQ(node.at("state"), "lacking");
    EXPECT_NE(node.at("remedy").get<std::string>().find("apt install nodejs"), std::string::npos) << node;
    EXPECT_NE(data.at("remedy").get<std::string>().find("no such folder"), std::string::npos) << data;
}

}  // namespace doctor_test
}  // namespace tarazy
