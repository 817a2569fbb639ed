#pragma once

#include "base/work.hpp"
#include "serve/gate.hpp"
#include "serve/request.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace tarazy {

/// An upload: pieces of a file as they arrive, so that a large one never lies in memory.
struct UploadSink {
    std::function<void(std::string_view)> take;  ///< a piece
    std::function<Answer()> end;                 ///< all has come; without this call the file is given up
};

struct LocalServerOptions {
    std::uint16_t port = 0;  ///< 0: a free one
    /// Answers requests that have passed the gate. From several threads at once.
    std::function<Answer(const Request&)> handle;
    /// Begins an upload (POST /api/upload). @throws RefusedRequest
    std::function<UploadSink(const Request&)> upload;
    /// Somebody has opened the address with the key.
    std::function<void()> entered = {};
    std::uint64_t most_upload = std::uint64_t{2} << 30;  ///< bytes; more is refused (413)
    std::size_t most_body = std::size_t{16} << 20;       ///< of any other request
};

/// HTTP on the loopback address (cpp-httplib).
class LocalServer {
public:
    /// Takes the port. @throws FileError if it is taken
    explicit LocalServer(LocalServerOptions options);
    LocalServer(const LocalServer&) = delete;
    LocalServer& operator=(const LocalServer&) = delete;
    ~LocalServer();

    /// To be opened in a browser: it holds the key.
    [[nodiscard]] std::string opening_address() const;
    [[nodiscard]] const Gate& gate() const noexcept;

    /// Answers until the work is stopped.
    void run(const Work& work);

private:
    struct Inner;
    std::unique_ptr<Inner> inner_;
};

}  // namespace tarazy
