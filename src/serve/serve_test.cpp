#include "serve/serve.hpp"

#include "base/error.hpp"
#include "base/tested_program_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <stop_token>

namespace serve_test {
namespace {

using namespace tarazy;
namespace fs = std::filesystem;

class ServedPages : public testing::Test {
protected:
    void SetUp() override {
        root = fs::canonical(testing::TempDir()) / "served_pages";
        fs::remove_all(root);
        fs::create_directories(root / "inside/one/output");
        fs::create_directories(root / "outside");
        std::ofstream(root / "inside/one/study.toml") << "[study]\n";
        std::ofstream(root / "inside/one/output/report.html") << "<html><script>1</script>";
        std::ofstream(root / "outside/study.toml") << "[study]\n";
        fs::create_directory_symlink(root / "outside", root / "inside/link");
        fs::create_directories(root / "inside/two");
        fs::create_symlink(root / "outside/study.toml", root / "inside/two/study.toml");
        place.folder = served_folder((root / "inside").string());
        place.program = testing_program::tested_program();
        answers = page_answers(place);
    }
    void TearDown() override { fs::remove_all(root); }

    Answer ask(const std::string& path, const std::map<std::string, std::string>& query = {}) const {
        Request request;
        request.method = "GET";
        request.path = path;
        request.query = query;
        return answers(request);
    }
    int refused(const std::string& path, const std::map<std::string, std::string>& query = {}) const {
        try {
            return ask(path, query).status;
        } catch (const RefusedRequest& refusal) {
            return refusal.status;
        }
    }

    fs::path root;
    ServedPlace place{};
    std::function<Answer(const Request&)> answers;
};

TEST_F(ServedPages, ThePageAndItsWordsAreGiven) {
    EXPECT_NE(ask("/").body.find("/serve.js"), std::string::npos);
    EXPECT_EQ(ask("/serve.css").type, "text/css; charset=utf-8");
    for (const char* language : {"en", "kk", "ru"})
        EXPECT_TRUE(nlohmann::json::parse(ask("/api/messages", {{"language", language}}).body).contains("serve.run"));
    EXPECT_EQ(refused("/api/messages", {{"language", "../en"}}), 404);
    EXPECT_EQ(refused("/etc/passwd"), 404);
}

TEST_F(ServedPages, AStudyMustLieWithinTheFolder) {
    EXPECT_EQ(ask("/report", {{"study", "one"}}).status, 200);
    EXPECT_EQ(refused("/report", {{"study", "one"}, {"which", "trial"}}), 404);
    EXPECT_EQ(refused("/api/study", {{"study", "none"}}), 404);
    EXPECT_EQ(refused("/api/study"), 400);
    for (const char* path : {"../outside", "link", "/", "one/../../outside"})
        EXPECT_EQ(refused("/api/study", {{"study", path}}), 403) << path;
    EXPECT_EQ(refused("/api/study", {{"study", "two"}}), 403) << "the file leads outside";
}

TEST(Serve, EndsWhenItsWorkIsStopped) {
    std::stop_source stop;
    std::string address;
    ServeOptions options;
    options.folder = testing::TempDir();
    serve(options, Work(stop.get_token()), [&](const std::string& opening) {
        address = opening;
        stop.request_stop();
    });
    EXPECT_TRUE(address.starts_with("http://127.0.0.1:"));
    EXPECT_NE(address.find("/?token="), std::string::npos);
    options.folder = "/no/such/folder";
    EXPECT_THROW(serve(options, {}, [](const std::string&) {}), FileError);
}

}  // namespace
}  // namespace serve_test
