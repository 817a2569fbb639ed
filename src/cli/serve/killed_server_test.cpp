// The server killed while it saves, runs, takes files and makes studies: what was answered is there, nothing is half.

#include "base/random.hpp"
#include "cli/program_run_test.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <atomic>
#include <functional>
#include <optional>

namespace tarazy {
namespace killed_server_test {

namespace fs = std::filesystem;
using namespace testing_program;
using nlohmann::json;

/// The program as a server of a folder, and one page of it.
class Server {
public:
    explicit Server(const Folder& folder) : log_(folder / "log"), err_(folder / "err") {
        fs::remove(log_);
        process_ = start_program({"serve", "--no-browser", "--folder", folder / "served"}, log_, err_);
        for (int wait = 0; wait < 3000 && bytes_of(log_).find("token=") == std::string::npos; ++wait)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        const std::string said = bytes_of(log_);
        const std::size_t port = said.find("127.0.0.1:"), token = said.find("token=");
        if (token == std::string::npos) throw std::runtime_error("no address: " + said + bytes_of(err_));
        port_ = static_cast<std::uint16_t>(std::stoul(said.substr(port + 10)));
        token_ = said.substr(token + 6, said.find_first_of("&\n", token) - token - 6);
    }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    ~Server() { kill(); }

    void kill() {
        if (process_ <= 0) return;
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
        process_ = -1;
    }

    /// The body of an answer 200; nothing where there is none.
    [[nodiscard]] std::optional<std::string> ask(const std::string& method, const std::string& path,
                                                 const std::string& body = {},
                                                 const std::string& type = "application/json") const {
        const std::string host = "127.0.0.1:" + std::to_string(port_);
        const std::string request = method + ' ' + path + " HTTP/1.1\r\nHost: " + host + "\r\nOrigin: http://" + host +
                                    "\r\nX-Tarazy-Key: " + token_ + "\r\nX-Tarazy-Tab: one\r\nContent-Type: " + type +
                                    "\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size()) +
                                    "\r\n\r\n" + body;
        const int line = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port_);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        std::string answer;
        if (::connect(line, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
            std::size_t sent = 0;
            while (sent < request.size()) {
                const ssize_t now = ::send(line, request.data() + sent, request.size() - sent, MSG_NOSIGNAL);
                if (now <= 0) break;
                sent += static_cast<std::size_t>(now);
            }
            std::string part(1 << 16, '\0');
            for (ssize_t got = 0; (got = ::recv(line, part.data(), part.size(), 0)) > 0;)
                answer.append(part, 0, static_cast<std::size_t>(got));
        }
        ::close(line);
        const std::size_t head = answer.find("\r\n\r\n"), length = answer.find("Content-Length: ");
        if (!answer.starts_with("HTTP/1.1 200") || head == std::string::npos || length > head) return std::nullopt;
        const std::string content = answer.substr(head + 4);
        return content.size() == std::stoul(answer.substr(length + 16)) ? std::optional(content) : std::nullopt;
    }

private:
    std::string log_, err_, token_;
    pid_t process_ = -1;
    std::uint16_t port_ = 0;
};

class KilledServer : public testing::Test {
protected:
    void SetUp() override { ASSERT_EQ(run_program({"study", "new", folder / "served/s", "--quiet"}).status, 0); }

    /// Does this again and again until the server is killed.
    void kill_while(std::uint64_t trial, const std::function<bool(const Server&, int)>& act) {
        Server server(folder);
        std::atomic<bool> done = false;
        std::thread page([&] {
            for (int step = 1; !done && act(server, step); ++step) {
            }
        });
        Random random(1991, "moments of the kills of the server", trial);
        std::this_thread::sleep_for(std::chrono::milliseconds(random.below(400)));
        server.kill();
        done = true;
        page.join();
    }

    [[nodiscard]] std::size_t trials() const { return std::getenv("TARAZY_SLOW") == nullptr ? 2 : 25; }
    /// Of a folder, but for those of SQLite.
    [[nodiscard]] std::vector<std::string> names_in(const std::string& name) const {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(folder / name)) {
            const std::string found = entry.path().filename().string();
            if (!found.starts_with("workspace.sqlite")) names.push_back(found);
        }
        std::ranges::sort(names);
        return names;
    }

    Folder folder;
};

TEST_F(KilledServer, WhatWasSavedIsThere) {
    for (std::size_t trial = 0; trial < trials(); ++trial) {
        std::string saved = bytes_of(folder / "served/s/study.toml"), sent = saved, version;
        kill_while(trial, [&](const Server& server, int step) {
            if (version.empty()) {
                const auto now = server.ask("GET", "/api/study/text?study=s");
                if (!now) return false;
                version = json::parse(*now).at("version");
            }
            sent = saved.substr(0, saved.find("\n# saved")) + "\n# saved " + std::to_string(trial) + '.' +
                   std::to_string(step) + '\n';
            const auto answer =
                server.ask("POST", "/api/study/text?study=s", json{{"text", sent}, {"version", version}}.dump());
            if (!answer) return false;
            version = json::parse(*answer).at("version");
            saved = sent;
            return true;
        });
        const Server again(folder);
        const auto text = again.ask("GET", "/api/study/text?study=s");
        ASSERT_TRUE(text) << trial;
        const std::string now = json::parse(*text).at("text");
        EXPECT_TRUE(now == saved || now == sent) << trial;
        EXPECT_EQ(now, bytes_of(folder / "served/s/study.toml")) << trial;
    }
}

TEST_F(KilledServer, FilesThatArriveAreWholeOrNotThere) {
    const std::string bytes(std::size_t{4} << 20, 'x');
    for (std::size_t trial = 0; trial < trials(); ++trial) {
        kill_while(trial, [&](const Server& server, int step) {
            const std::string name = "u" + std::to_string(trial) + '_' + std::to_string(step) + ".csv";
            return server.ask("POST", "/api/upload?folder=s&name=" + name, bytes, "application/octet-stream")
                .has_value();
        });
        const Server again(folder);
        for (const std::string& name : names_in("served/s")) {
            EXPECT_EQ(name.find(".arriving-"), std::string::npos) << name;
            if (!name.starts_with('u')) continue;
            EXPECT_EQ(fs::file_size(folder / ("served/s/" + name)), bytes.size()) << name;
            fs::remove(folder / ("served/s/" + name));
        }
    }
}

TEST_F(KilledServer, NewStudiesAreWholeOrNotThere) {
    for (std::size_t trial = 0; trial < trials(); ++trial) {
        kill_while(trial, [&](const Server& server, int step) {
            const json asked = {{"folder", "n" + std::to_string(step)}, {"invented", true}, {"save", step % 2 == 0}};
            return server.ask("POST", "/api/new", asked.dump()).has_value();
        });
        std::this_thread::sleep_for(std::chrono::milliseconds(300));  // its command ends with it
        const Server again(folder);
        for (const std::string& name : names_in("served")) {
            EXPECT_FALSE(name.starts_with(".tarazy-shown-study")) << name;
            if (!name.starts_with('n')) continue;
            EXPECT_EQ(names_in("served/" + name), (std::vector<std::string>{"data", "study.toml"})) << name;
            fs::remove_all(folder / ("served/" + name));
        }
    }
}

TEST_F(KilledServer, ARunLeavesTheOldResultsOrTheNewOnes) {
    ::setenv("TMPDIR", (folder / "").c_str(), 1);
    ASSERT_EQ(run_program({"study", "run", folder / "served/s", "--quiet"}).status, 0);
    for (std::size_t trial = 0; trial < trials(); ++trial) {
        kill_while(trial, [&](const Server& server, int step) {
            std::this_thread::sleep_for(std::chrono::milliseconds(30));
            const json language = {{"language", step % 2 == 0 ? "kk" : "ru"}};
            return server.ask("POST", "/api/study/run?study=s", language.dump()).has_value();
        });
        std::this_thread::sleep_for(std::chrono::milliseconds(500));  // its run ends with it
        const ProgramRun verify = run_program({"study", "verify", folder / "served/s/output"});
        EXPECT_EQ(verify.status, 0) << trial << verify.out << verify.err;
    }
    ::unsetenv("TMPDIR");
}

}  // namespace killed_server_test
}  // namespace tarazy
