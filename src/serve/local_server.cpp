#include "serve/local_server.hpp"

#include "base/error.hpp"
#include "io/disk_error.hpp"

#include <httplib.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <new>
#include <thread>

namespace tarazy {
namespace {

/// Threads that answer. A browser keeps six connections open, each of which holds one; what comes beyond waits.
constexpr std::size_t answering_threads = 96;

Caller caller_of(const httplib::Request& request) {
    Caller caller{request.method, request.path, {}, {}};
    for (const auto& [name, value] : request.params) caller.query.emplace(name, value);
    for (const auto& [name, value] : request.headers) {
        std::string small = name;
        std::ranges::transform(small, small.begin(),
                               [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
        // A header that comes twice is none: which of the two counts is nobody's to guess.
        if (!caller.headers.emplace(small, value).second) caller.headers[small] = value + ", twice";
    }
    return caller;
}

void put(const Answer& answer, httplib::Response& response) {
    response.status = answer.status;
    for (const auto& [name, value] : safety_headers())
        if (!answer.headers.contains(name)) response.set_header(name, value);
    for (const auto& [name, value] : answer.headers) response.set_header(name, value);
    response.set_content(answer.body, answer.type);
}

std::string json_text(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') quoted += '\\';
        if (static_cast<unsigned char>(c) < 0x20)
            quoted += c == '\n' ? "\\n" : " ";
        else
            quoted += c;
    }
    return quoted + '"';
}

Answer refusal(int status, std::string_view what, const std::string& detail = {}) {
    return {status,
            "{\"what\":" + json_text(what) + (detail.empty() ? "" : ",\"detail\":" + detail) + "}",
            "application/json",
            {}};
}

/// A full disk, a folder that must not be written, a file that is not there: three things, and what to do differs.
Answer refusal_of_disk(const DiskError& error) {
    switch (error.reason) {
        case ENOSPC:
        case EDQUOT:
        case EFBIG:
            return refusal(507, std::string(error.what()) +
                                    ". Nothing was saved: make room on the disk and do it again; the page keeps what "
                                    "was typed as long as it is open.");
        case EACCES:
        case EPERM:
        case EROFS:
            return refusal(403, std::string(error.what()) +
                                    ". Nothing was saved: make the folder writable, or copy the study into a folder of "
                                    "yours and serve that.");
        case ENOENT:
        case ENOTDIR:
        case 0: return refusal(404, error.what());
        default: return refusal(500, error.what());
    }
}

/// What a handler answers, whatever goes wrong in it.
Answer answered(const std::function<Answer()>& handle) {
    try {
        return handle();
    } catch (const RefusedRequest& refused) {
        return refusal(refused.status, refused.what, refused.detail);
    } catch (const InputError& error) {
        return refusal(422, error.what());
    } catch (const UsageError& error) {
        return refusal(422, error.what());
    } catch (const LimitError& error) {
        return refusal(413, error.what());
    } catch (const DiskError& error) {
        return refusal_of_disk(error);
    } catch (const FileError& error) {
        return refusal(404, error.what());
    } catch (const std::bad_alloc&) {
        return refusal(413, "not enough memory for this");
    } catch (const std::exception& error) {
        return refusal(500, std::string("internal error: ") + error.what());
    }
}

/// The length of what is sent, as the request says; 0 where it does not.
std::uint64_t said_length(const httplib::Request& request) {
    return request.get_header_value<std::uint64_t>("Content-Length", 0);
}

Request request_of(const httplib::Request& from, const Caller& caller) {
    const auto tab = caller.headers.find(std::string(tab_header));
    return {from.method, from.path, caller.query, "", tab == caller.headers.end() ? "" : tab->second, {}};
}

}  // namespace

struct LocalServer::Inner {
    LocalServerOptions options;
    Gate gate;
    httplib::Server server;
    socket_t listening = -1;

    /// Whether the request may pass; if not, the answer is in place.
    bool passes(const httplib::Request& request, httplib::Response& response) const {
        const auto refused = answer_at_gate(gate, caller_of(request));
        if (refused) {
            put(*refused, response);
            if (refused->status == 200 && options.entered) options.entered();
        }
        return !refused;
    }

    void answer(const httplib::Request& request, httplib::Response& response) const {
        if (!passes(request, response)) return;
        put(answered([&] { return options.handle(request_of(request, caller_of(request))); }), response);
    }

    void answer_post(const httplib::Request& request, httplib::Response& response,
                     const httplib::ContentReader& content) const {
        if (!passes(request, response)) return;
        if (request.is_multipart_form_data())
            return put(refusal(415, "Only JSON and plain files are understood."), response);
        if (!request.has_header("Content-Length")) return put(refusal(411, "The length is lacking."), response);
        if (request.path == "/api/upload") return receive(request, response, content);
        put(answered([&] {
                Request asked = request_of(request, caller_of(request));
                const bool whole = content([&](const char* bytes, std::size_t length) {
                    if (asked.body.size() + length > options.most_body) return false;
                    asked.body.append(bytes, length);
                    return true;
                });
                if (!whole) throw RefusedRequest{413, "This is more than the server takes at once.", ""};
                return options.handle(asked);
            }),
            response);
    }

    [[nodiscard]] RefusedRequest too_large() const {
        return {413,
                "The file is larger than " + std::to_string(options.most_upload >> 20U) +
                    " MB; put it into the folder by hand.",
                ""};
    }

    void receive(const httplib::Request& request, httplib::Response& response,
                 const httplib::ContentReader& content) const {
        put(answered([&] {
                const UploadSink sink = options.upload(request_of(request, caller_of(request)));
                std::uint64_t received = 0;
                const bool whole = content([&](const char* bytes, std::size_t length) {
                    received += length;
                    if (received > options.most_upload) return false;
                    sink.take({bytes, length});
                    return true;
                });
                if (received > options.most_upload) throw too_large();
                if (!whole && said_length(request) > options.most_upload) throw too_large();
                if (!whole) throw RefusedRequest{400, "The file did not come through.", ""};
                return sink.end();
            }),
            response);
    }

    void set_up() {
        server.new_task_queue = [] { return new httplib::ThreadPool(answering_threads); };
        // Between two pieces of a request; on this machine they follow one another at once.
        server.set_read_timeout(5);
        server.set_write_timeout(30);
        server.set_keep_alive_max_count(1000);
        // Not the library's own choice, which lets two servers share a port.
        server.set_socket_options([this](socket_t socket) {
            const int yes = 1;
            ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
            listening = socket;
        });
        // Longer than pages wait between two questions, so that no question meets a connection that is being closed.
        server.set_keep_alive_timeout(10);
        server.set_payload_max_length(options.most_upload);
        server.set_error_handler([](const httplib::Request&, httplib::Response& response) {
            if (response.body.empty()) put(refusal(response.status, "not understood"), response);
        });
        server.Get(".*",
                   [this](const httplib::Request& request, httplib::Response& response) { answer(request, response); });
        server.Post(".*", [this](const httplib::Request& request, httplib::Response& response,
                                 const httplib::ContentReader& content) { answer_post(request, response, content); });
    }
};

LocalServer::LocalServer(LocalServerOptions options) : inner_(std::make_unique<Inner>()) {
    inner_->options = std::move(options);
    inner_->set_up();
    const std::string loopback = "127.0.0.1";
    const std::uint16_t wanted = inner_->options.port;
    const int port = wanted == 0                                     ? inner_->server.bind_to_any_port(loopback)
                     : inner_->server.bind_to_port(loopback, wanted) ? wanted
                                                                     : -1;
    if (port <= 0)
        throw FileError("port " + std::to_string(wanted) +
                        " of this machine cannot be had; leave out --port, or name another");
    // The library lets five connections wait; a sixth would try again after seconds, at last after a minute.
    ::listen(inner_->listening, SOMAXCONN);
    inner_->gate = {random_token(), static_cast<std::uint16_t>(port), random_token()};
}

LocalServer::~LocalServer() = default;

std::string LocalServer::opening_address() const {
    return inner_->gate.address() + "/?token=" + inner_->gate.token;
}

const Gate& LocalServer::gate() const noexcept {
    return inner_->gate;
}

void LocalServer::run(const Work& work) {
    const std::jthread watch([this, &work](const std::stop_token& ended) {
        while (!ended.stop_requested() && !work.stop_asked())
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        inner_->server.stop();
    });
    inner_->server.listen_after_bind();
}

}  // namespace tarazy
