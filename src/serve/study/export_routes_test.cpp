#include "serve/study/export_routes.hpp"

#include "base/tested_program_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>

namespace export_routes_test {
namespace {

using namespace tarazy;
namespace fs = std::filesystem;

class ExportRoutes : public testing::Test {
protected:
    void SetUp() override {
        root = fs::canonical(testing::TempDir()) / "export_routes";
        fs::remove_all(root);
        fs::create_directories(root / "one/output/results");
        std::ofstream(root / "one/output/report.html") << "<html>";
        std::ofstream(root / "one/output/results/votes.csv") << "a\n";
        std::ofstream(root / "one/study.toml") << "[study]\n";
        place.folder = served_folder(root.string());
        place.program = testing_program::tested_program();
        routes = export_routes(place);
    }
    void TearDown() override { fs::remove_all(root); }

    Answer ask(const std::string& path, const std::map<std::string, std::string>& query = {}) {
        Request request;
        request.query = query;
        request.study = {(root / "one").string(), (root / "one/study.toml").string(), nullptr};
        for (const Route& route : routes)
            if (route.path == path) return route.handle(request);
        throw RefusedRequest{404, path, ""};
    }

    fs::path root;
    ServedPlace place{};
    Routes routes;
};

TEST_F(ExportRoutes, FilesOfTheRunAreListedAndGiven) {
    EXPECT_EQ(nlohmann::json::parse(ask("/api/study/files").body).at("files"),
              (nlohmann::json{"report.html", "results/votes.csv"}));
    const Answer report = ask("/download", {{"file", "report.html"}});
    EXPECT_EQ(report.headers.at("Content-Disposition"), "attachment; filename=\"one-report.html\"");
    EXPECT_EQ(ask("/download", {{"file", "results/votes.csv"}}).body, "a\n");
}

TEST_F(ExportRoutes, NothingElseIs) {
    for (const char* file : {"../study.toml", "results/../../study.toml", "/etc/passwd", "results", ""})
        EXPECT_THROW((void)ask("/download", {{"file", file}}), RefusedRequest) << file;
    fs::create_symlink("/etc/passwd", root / "one/output/results/p.csv");
    EXPECT_THROW((void)ask("/download", {{"file", "results/p.csv"}}), RefusedRequest) << "a link leads out";
    EXPECT_THROW((void)ask("/api/study/crate"), RefusedRequest) << "these are no results of a run";
}

}  // namespace
}  // namespace export_routes_test
