#include "serve/study/study_routes.hpp"

#include "base/tested_program_test.hpp"
#include "io/atomic_file.hpp"
#include "serve/workspace/workspace.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <filesystem>
#include <memory>
#include <thread>

namespace study_routes_test {
namespace {

using namespace tarazy;
using nlohmann::json;
namespace fs = std::filesystem;

/// A copy of the study of Mongolia, which runs from its shipped tables.
class StudyRoutes : public testing::Test {
protected:
    void SetUp() override {
        root = fs::canonical(testing::TempDir()) / "study_routes";
        fs::remove_all(root);
        fs::create_directories(root);
        fs::copy(TARAZY_SOURCE_DIR "/studies/mongolia", root / "mongolia", fs::copy_options::recursive);
        fs::remove_all(root / "mongolia/output");
        place.folder = served_folder(root.string());
        place.program = testing_program::tested_program();
        workspace = std::make_unique<Workspace>(workspace_path((root / "mongolia").string()));
        routes = study_routes(place);
    }
    void TearDown() override {
        workspace.reset();
        fs::remove_all(root);
    }

    json ask(const std::string& method, const std::string& path, const json& body = {},
             const std::map<std::string, std::string>& query = {}) {
        Request request;
        request.method = method;
        request.query = query;
        request.body = body.is_null() ? "{}" : body.dump();
        request.study = {(root / "mongolia").string(), (root / "mongolia/study.toml").string(), workspace.get()};
        for (const Route& route : routes)
            if (route.path == path && route.method == method) return json::parse(route.handle(request).body);
        throw RefusedRequest{404, path, ""};
    }
    json ended(const std::string& which) {
        json run;
        for (int i = 0; i < 600; ++i) {
            run = ask("GET", "/api/study/run", {}, {{"which", which}});
            if (run.at("phase") != "running") break;
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        return run;
    }
    std::string text() const { return read_file((root / "mongolia/study.toml").string()); }

    fs::path root;
    ServedPlace place{};
    std::unique_ptr<Workspace> workspace;
    Routes routes;
};

TEST_F(StudyRoutes, AFormShowsItsLinesBeforeItWritesThem) {
    const std::string before = text();
    const json overview = ask("GET", "/api/study");
    const json edits = {{{"path", "study.years"}, {"value", "[1995, 2020]"}}};
    const json shown = ask("POST", "/api/study/edit", {{"edits", edits}});
    EXPECT_EQ(shown.at("changes").size(), 1u);
    EXPECT_EQ(text(), before);
    (void)ask("POST", "/api/study/edit", {{"edits", edits}, {"version", overview.at("version")}, {"save", true}});
    EXPECT_NE(text().find("years = [1995, 2020]"), std::string::npos);
    EXPECT_THROW(
        ask("POST", "/api/study/edit", {{"edits", edits}, {"version", overview.at("version")}, {"save", true}}),
        RefusedRequest)
        << "somebody has changed it since";
    const json now = ask("GET", "/api/study/text");
    const json faulty = {{{"path", "study.focus"}, {"value", "\"XXX\""}}};
    EXPECT_THROW(ask("POST", "/api/study/edit", {{"edits", faulty}, {"version", now.at("version")}, {"save", true}}),
                 RefusedRequest);
}

TEST_F(StudyRoutes, WhatIsTypedIsKeptAndWhatIsSavedCanBeTakenBack) {
    const std::string before = text();
    const json now = ask("GET", "/api/study/text");
    (void)ask("POST", "/api/study/check", {{"text", before + "# typed"}, {"version", now.at("version")}});
    EXPECT_EQ(ask("GET", "/api/study/text").at("draft").at("text"), before + "# typed");
    (void)ask("POST", "/api/study/text", {{"text", before + "# saved\n"}, {"version", now.at("version")}});
    EXPECT_FALSE(ask("GET", "/api/study/text").contains("draft"));
    EXPECT_EQ(ask("POST", "/api/study/back").at("text"), before);
    EXPECT_EQ(text(), before);
    EXPECT_EQ(ask("POST", "/api/study/back", {{"forward", true}}).at("stepped"), true);
    EXPECT_EQ(text(), before + "# saved\n");
}

TEST_F(StudyRoutes, AStudyRunsAndAChangeIsTriedBesideIt) {
    EXPECT_EQ(ask("GET", "/api/study/status").at("result").at(0).at("state"), "not run");
    const json begun = ask("POST", "/api/study/run");
    EXPECT_EQ(begun.at("command"), "tarazy study run mongolia");
    const json run = ended("output");
    ASSERT_EQ(run.at("phase"), "done") << run;
    EXPECT_FALSE(run.at("finished").empty());
    EXPECT_EQ(ask("GET", "/api/study/status").at("status"), 0);
    const json claim = ask("GET", "/api/study/claim", {}, {{"id", "votes.mean_share.RUS.1991-2023"}});
    EXPECT_TRUE(claim.at("result").is_object()) << claim;
    for (const char* id : {"--help", "--version", "-h"}) {
        EXPECT_THROW(ask("GET", "/api/study/claim", {}, {{"id", id}}), RefusedRequest) << "there is no such number";
        EXPECT_THROW(ask("GET", "/api/study/result", {}, {{"analysis", id}}), RefusedRequest) << id;
    }

    const std::string before = text();
    const json edits = {{{"path", "study.comparison"}, {"value", R"(["KAZ", "KGZ", "UZB"])"}}};
    (void)ask("POST", "/api/study/trial", {{"edits", edits}});
    const json trial = ended("trial");
    EXPECT_TRUE(trial.at("phase") == "done" || trial.at("phase") == "failed") << trial;
    EXPECT_EQ(text(), before) << "a trial changes nothing";
    EXPECT_EQ(ask("GET", "/api/study/status").at("status"), 0);
}

}  // namespace
}  // namespace study_routes_test
