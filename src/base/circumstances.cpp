#include "base/circumstances.hpp"

#include "base/error.hpp"

#include <filesystem>
#include <new>
#include <string>
#include <string_view>
#include <system_error>
#include <typeinfo>

namespace tarazy {
namespace {

[[noreturn]] void no_further_thread() {
    throw LimitError(
        "tarazy: no further thread can be started; use --threads 1, or raise what this account may use (ulimit -u, "
        "ulimit -v)");
}

}  // namespace

void rethrow_circumstances() {
    try {
        throw;
    } catch (const std::bad_alloc&) {
        throw LimitError("tarazy: not enough memory for this input");
    } catch (const std::filesystem::filesystem_error& error) {
        const std::string path = error.path1().string();
        throw FileError((path.empty() ? "a file" : path) + ": " + error.code().message());
    } catch (const std::system_error& error) {
        if (error.code() == std::errc::resource_unavailable_try_again) no_further_thread();
        throw FileError(std::string("tarazy: the system refuses: ") + error.what());
    } catch (const std::runtime_error& error) {
        // oneTBB has no type of its own for it.
        const bool plain = typeid(error) == typeid(std::runtime_error);
        if (plain && std::string_view(error.what()).find("pthread_create") != std::string_view::npos)
            no_further_thread();
        throw;
    }
}

}  // namespace tarazy
