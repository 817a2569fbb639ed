#include "serve/start/start_routes.hpp"

#include "base/tested_program_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>

namespace start_routes_test {
namespace {

using namespace tarazy;
namespace fs = std::filesystem;

class StartRoutes : public testing::Test {
protected:
    void SetUp() override {
        root = fs::canonical(testing::TempDir()) / "start_routes";
        fs::remove_all(root);
        fs::create_directories(root / "one");
        std::ofstream(root / "one/study.toml") << "[study]\nfocus = \"MNG\"\n[study.title]\nen = \"One\"\n";
        place.folder = served_folder(root.string());
        place.program = testing_program::tested_program();
        routes = start_routes(place);
    }
    void TearDown() override { fs::remove_all(root); }

    nlohmann::json ask(const std::string& path, const std::map<std::string, std::string>& query = {},
                       const std::string& body = {}) {
        Request request;
        request.query = query;
        request.body = body;
        for (const Route& route : routes)
            if (route.path == path) return nlohmann::json::parse(route.handle(request).body);
        throw RefusedRequest{404, path, ""};
    }

    fs::path root;
    ServedPlace place{};
    Routes routes;
};

TEST_F(StartRoutes, StudiesStatesAndFilesAreListed) {
    const auto start = ask("/api/start");
    ASSERT_EQ(start.at("studies").size(), 1u);
    EXPECT_EQ(start.at("studies").at(0).at("title").at("en"), "One");
    EXPECT_EQ(start.at("studies").at(0).at("focus"), "MNG");
    const auto states = ask("/api/states").at("states");
    EXPECT_GT(states.size(), 190u);
    EXPECT_EQ(ask("/api/files").at("entries").at(0).at("study"), true);
    EXPECT_THROW(ask("/api/files", {{"folder", "../"}}), RefusedRequest);
}

TEST_F(StartRoutes, ANewStudyIsShownAndThenWritten) {
    const auto shown = ask("/api/new", {}, R"({"folder": "two", "invented": true})");
    EXPECT_TRUE(shown.at("text").is_string()) << shown;
    EXPECT_EQ(shown.at("command"), "tarazy study new two");
    EXPECT_FALSE(fs::exists(root / "two"));
    EXPECT_EQ(std::distance(fs::directory_iterator(root), fs::directory_iterator()), 1) << "nothing stays behind";
    const auto written = ask("/api/new", {}, R"({"folder": "two", "invented": true, "save": true})");
    EXPECT_EQ(written.at("status"), 0);
    EXPECT_TRUE(fs::exists(root / "two/study.toml"));
    EXPECT_THROW(ask("/api/new", {}, R"({"folder": "two", "invented": true})"), RefusedRequest);
    EXPECT_THROW(ask("/api/new", {}, R"({"folder": "", "invented": true})"), RefusedRequest);
    EXPECT_THROW(ask("/api/new", {}, R"({"folder": "three", "files": ["../secret.csv"]})"), RefusedRequest);
}

TEST_F(StartRoutes, WhatTheProgramSaysOfAFormIsHandedOn) {
    const auto shown =
        ask("/api/new", {}, R"({"folder": "two", "focus": "Kazakstan", "poles": "RUS,CHN", "years": "1991-2000"})");
    EXPECT_NE(shown.at("status"), 0);
    EXPECT_TRUE(shown.at("text").is_null());
    EXPECT_FALSE(shown.at("said").get<std::string>().empty());
}

TEST_F(StartRoutes, FilesArriveAsideAndWhole) {
    Request request;
    request.query = {{"folder", "one/data"}, {"name", "votes.csv"}};
    {
        const UploadSink given_up = begin_upload(place, request);
        given_up.take("a,b\n");
    }
    EXPECT_TRUE(fs::is_empty(root / "one/data"));
    const UploadSink sink = begin_upload(place, request);
    sink.take("a,b\n");
    sink.take("1,2\n");
    EXPECT_EQ(nlohmann::json::parse(sink.end().body).at("bytes"), 8);
    EXPECT_TRUE(fs::exists(root / "one/data/votes.csv"));
    EXPECT_THROW((void)begin_upload(place, request), RefusedRequest) << "it is there already";
    for (const char* name : {"", "../x.csv", ".hidden", "a/b.csv", "a\nb.csv"}) {
        request.query["name"] = name;
        EXPECT_THROW((void)begin_upload(place, request), RefusedRequest) << name;
    }
}

}  // namespace
}  // namespace start_routes_test
