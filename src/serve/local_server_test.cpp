#include "serve/local_server.hpp"

#include "io/disk_error.hpp"

#include <gtest/gtest.h>
#include <httplib.h>

#include <cerrno>
#include <new>
#include <stdexcept>
#include <stop_token>
#include <thread>

namespace local_server_test {
namespace {

using namespace tarazy;

/// A server that runs, and a page of its own.
class RunningServer {
public:
    explicit RunningServer(LocalServerOptions options)
        : server_(std::move(options)),
          thread_([this] { server_.run(Work(stop_.get_token())); }),
          client_("127.0.0.1", server_.gate().port) {
        const Gate& gate = server_.gate();
        client_.set_default_headers({{"X-Tarazy-Key", gate.token}, {"Origin", gate.address()}, {"X-Tarazy-Tab", "t"}});
        client_.set_keep_alive(false);
    }
    RunningServer(const RunningServer&) = delete;
    RunningServer& operator=(const RunningServer&) = delete;
    ~RunningServer() {
        stop_.request_stop();
        thread_.join();
    }
    httplib::Client& page() { return client_; }
    [[nodiscard]] const LocalServer& server() const { return server_; }

private:
    std::stop_source stop_;
    LocalServer server_;
    std::thread thread_;
    httplib::Client client_;
};

TEST(LocalServer, AnswersAndSaysWhatGoesWrong) {
    LocalServerOptions options;
    options.handle = [](const Request& request) -> Answer {
        if (request.path == "/echo") return {200, request.method + request.tab + request.body, "text/plain", {}};
        if (request.path == "/refused") throw RefusedRequest{409, "a \"b\"", "[1]"};
        if (request.path == "/input") throw InputError(Problem{"f", 1, 2, "wrong", "mend"});
        if (request.path == "/memory") throw std::bad_alloc();
        if (request.path == "/full") throw DiskError("f: writing stopped (No space left on device)", ENOSPC);
        if (request.path == "/locked") throw DiskError("f: cannot be written (Read-only file system)", EROFS);
        if (request.path == "/none") throw DiskError("f: cannot be read", ENOENT);
        throw std::runtime_error("bug");
    };
    RunningServer running(std::move(options));
    httplib::Client& page = running.page();
    EXPECT_EQ(page.Get("/echo")->body, "GETt");
    EXPECT_EQ(page.Post("/echo", "12", "text/plain")->body, "POSTt12");
    EXPECT_EQ(page.Get("/refused")->status, 409);
    EXPECT_EQ(page.Get("/refused")->body, R"({"what":"a \"b\"","detail":[1]})");
    EXPECT_EQ(page.Get("/input")->status, 422);
    EXPECT_EQ(page.Get("/memory")->status, 413);
    EXPECT_EQ(page.Get("/else")->status, 500);
    EXPECT_EQ(page.Get("/full")->status, 507);
    EXPECT_NE(page.Get("/full")->body.find("make room"), std::string::npos);
    EXPECT_EQ(page.Get("/locked")->status, 403);
    EXPECT_NE(page.Get("/locked")->body.find("make the folder writable"), std::string::npos);
    EXPECT_EQ(page.Get("/none")->status, 404);
    EXPECT_FALSE(page.Get("/echo")->get_header_value("Content-Security-Policy").empty());
}

TEST(LocalServer, LargeBodiesAreRefusedAndUploadsStream) {
    std::size_t taken = 0;
    LocalServerOptions options;
    options.most_body = 1000;
    options.most_upload = 100000;
    options.handle = [](const Request& request) {
        return Answer{200, std::to_string(request.body.size()), "text/plain", {}};
    };
    options.upload = [&taken](const Request&) {
        return UploadSink{[&taken](std::string_view bytes) { taken += bytes.size(); },
                          [] {
                              return Answer{200, "whole", "text/plain", {}};
                          }};
    };
    RunningServer running(std::move(options));
    httplib::Client& page = running.page();
    EXPECT_EQ(page.Post("/a", std::string(1000, 'x'), "text/plain")->body, "1000");
    EXPECT_EQ(page.Post("/a", httplib::MultipartFormDataItems{{"a", "b", "c", "text/plain"}})->status, 415);
    EXPECT_EQ(page.Post("/a", std::string(1001, 'x'), "text/plain")->status, 413);
    EXPECT_EQ(page.Post("/api/upload", std::string(90000, 'x'), "text/plain")->body, "whole");
    EXPECT_EQ(taken, 90000u);
    const auto refused = page.Post("/api/upload", std::string(200000, 'x'), "text/plain");
    EXPECT_TRUE(!refused || refused->status == 413);
}

TEST(LocalServer, APortIsTakenOnce) {
    LocalServerOptions options;
    options.handle = [](const Request&) { return Answer{}; };
    RunningServer running(options);
    EXPECT_NE(running.server().opening_address().find("token="), std::string::npos);
    options.port = running.server().gate().port;
    EXPECT_THROW(LocalServer second(options), FileError);
}

}  // namespace
}  // namespace local_server_test
