#include "ledger/output_folder.hpp"

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "io/atomic_file.hpp"
#include "ledger/manifest.hpp"
#include "ledger/way_clear.hpp"
#include "ledger/work_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <optional>
#include <set>
#include <thread>

namespace tarazy {
namespace {

namespace fs = std::filesystem;

constexpr const char* pending_name = ".pending";
constexpr const char* commit_name = "commit.json";
constexpr const char* lock_name = ".lock";

/// What a commit will do, written down before it starts.
struct Commit {
    std::vector<std::string> files;     ///< to be moved, in this order
    std::vector<std::string> obsolete;  ///< of the former run, to be removed
};

[[noreturn]] void fail(const fs::path& path, const std::string& what, int reason) {
    throw FileError(path.string() + ": " + what + " (" + std::strerror(reason) + ")");
}

std::vector<std::string> names_in(const fs::path& folder) {
    std::error_code error;
    std::vector<std::string> names;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        names.push_back(entry->path().filename().string());
    }
    if (error) fail(folder, "cannot be read", error.value());
    return names;
}

void flush(const fs::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) fail(path, "cannot be opened", errno);
    const int status = ::fsync(file) == 0 || errno == EINVAL ? 0 : errno;
    ::close(file);
    if (status != 0) fail(path, "cannot be flushed to disk", status);
}

void make_folder(const fs::path& path) {
    std::error_code error;
    fs::create_directories(path, error);
    if (error) fail(path, "the folder cannot be made", error.value());
}

void move_file(const fs::path& from, const fs::path& to) {
    make_folder(to.parent_path());
    std::error_code error;
    fs::rename(from, to, error);
    if (error) fail(to, "cannot be put in place", error.value());
}

/// The files that the former run has left here: nothing when the folder holds no results of ours.
/// The ledger stands in for a manifest that was damaged, so that a new run can mend the folder.
std::optional<std::vector<OutputRecord>> former_outputs(const fs::path& folder) {
    std::error_code ignored;
    if (fs::exists(folder / manifest_name, ignored)) {
        try {
            return read_manifest((folder / manifest_name).string()).outputs;
        } catch (const InputError&) {
        }
    }
    if (fs::exists(folder / ledger_name, ignored)) {
        try {
            return read_ledger((folder / ledger_name).string()).outputs;
        } catch (const InputError&) {
        }
    }
    return std::nullopt;
}

Commit read_commit(const fs::path& pending) {
    const std::string path = (pending / commit_name).string();
    try {
        const auto json = nlohmann::json::parse(read_file(path));
        Commit commit{json.at("files"), json.at("obsolete")};
        for (const auto* list : {&commit.files, &commit.obsolete}) {
            for (const std::string& relative : *list) {
                if (!stays_inside(relative))
                    throw FileError(path + ": names a file outside the folder; remove the folder .pending");
            }
        }
        return commit;
    } catch (const nlohmann::json::exception& error) {
        throw FileError(path + ": cannot be understood (" + error.what() +
                        "); remove the folder .pending and run the study again");
    }
}

/// May what lies here under one of our names be ours? Names alone prove nothing: see `work_folder`.
bool is_ours(const fs::path& folder, const std::string& name) {
    std::error_code ignored;
    const fs::path path = folder / name;
    if (name == lock_name) return fs::is_regular_file(fs::symlink_status(path, ignored)) && fs::is_empty(path, ignored);
    if (name == ".cache") return is_result_cache(path);
    return (name == pending_name || is_staging_name(name)) && work_folder(path) != WorkFolder::foreign;
}

/// What `.pending` is: results waiting to be put in place by whoever opens the folder next, if it is ours. Runs of
/// earlier versions left no marker, but a list of what to do that no other program writes.
WorkFolder pending_kind(const fs::path& folder) {
    const fs::path pending = folder / pending_name;
    const WorkFolder kind = work_folder(pending);
    if (kind != WorkFolder::foreign) return kind;
    try {
        const Commit commit = read_commit(pending);
        if (std::ranges::find(commit.files, manifest_name) != commit.files.end()) return WorkFolder::ours;
    } catch (const FileError&) {
    }
    return kind;
}

void require_usable(const fs::path& folder) {
    std::error_code ignored;
    if (fs::exists(folder, ignored) && !fs::is_directory(folder, ignored)) {
        throw UsageError(folder.string() + " is a file; name a folder for the results");
    }
    if (!fs::exists(folder, ignored)) return;
    const std::vector<std::string> names = names_in(folder);
    const bool empty = std::ranges::all_of(names, [&](const std::string& name) { return is_ours(folder, name); });
    if (empty || pending_kind(folder) == WorkFolder::ours) return;
    if (!former_outputs(folder)) {
        throw UsageError(folder.string() + " holds files but no results of tarazy (no usable manifest.json); " +
                         "name an empty or a new folder, so that nothing of yours is replaced");
    }
    if (pending_kind(folder) == WorkFolder::foreign) {
        throw FileError((folder / pending_name).string() +
                        ": is in the way and was not written by an earlier run; move it away and run again");
    }
}

/// Takes the lock or gives -1 when another process holds it after `patience`.
int take_lock(const fs::path& folder, std::chrono::milliseconds patience) {
    const fs::path path = folder / lock_name;
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (file < 0) fail(path, "cannot be written", errno);
    const auto end = std::chrono::steady_clock::now() + patience;
    while (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR) {
            const int reason = errno;
            ::close(file);
            fail(path, "cannot be locked", reason);
        }
        if (std::chrono::steady_clock::now() >= end) {
            ::close(file);
            return -1;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return file;
}

void remove_obsolete(const fs::path& folder, const std::string& relative) {
    std::error_code ignored;
    if (!way_is_clear(folder, relative)) return;
    fs::remove(folder / relative, ignored);
    for (fs::path parent = fs::path(relative).parent_path(); !parent.empty(); parent = parent.parent_path()) {
        fs::remove(folder / parent, ignored);  // only when empty
    }
}

/// Second half of a commit. Every step may be repeated, so it does not matter where an earlier attempt was cut short.
void roll_forward(const fs::path& folder) {
    const fs::path pending = folder / pending_name;
    std::error_code ignored;
    if (fs::exists(pending / commit_name, ignored)) {
        const Commit commit = read_commit(pending);
        std::set<fs::path> touched = {folder};
        for (const std::string& relative : commit.files) {
            if (!fs::exists(pending / relative, ignored)) continue;  // moved by an earlier attempt
            move_file(pending / relative, folder / relative);
            touched.insert((folder / relative).parent_path());
        }
        for (const std::string& relative : commit.obsolete) remove_obsolete(folder, relative);
        for (const fs::path& path : touched) {
            if (fs::exists(path, ignored)) flush(path);
        }
    }
    mark_work_folder(pending);
    remove_work_folder(pending);
    if (fs::exists(pending, ignored)) fail(pending, "cannot be removed", EBUSY);
}

/// Folders of runs that are gone, and what is left of them. Others of such a name are somebody's work.
std::vector<fs::path> leftovers(const fs::path& folder) {
    std::vector<fs::path> found;
    for (const std::string& name : names_in(folder)) {
        const WorkFolder kind = work_folder(folder / name);
        if (is_staging_name(name) && (kind == WorkFolder::ours || kind == WorkFolder::empty)) {
            found.push_back(folder / name);
        }
    }
    return found;
}

/// @pre the lock is held, so that no staging folder belongs to a living run
void mend(const fs::path& folder) {
    const WorkFolder pending = pending_kind(folder);
    if (pending == WorkFolder::ours || pending == WorkFolder::empty) roll_forward(folder);
    for (const fs::path& path : leftovers(folder)) remove_work_folder(path);
}

std::vector<std::string> files_below(const fs::path& staging) {
    std::vector<std::string> files;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(staging)) {
        const std::string relative = entry.path().lexically_relative(staging).generic_string();
        if (entry.is_regular_file() && relative != work_folder_marker) files.push_back(relative);
    }
    std::ranges::sort(files);
    return files;
}

/// Files of the former run that the new one lacks. One that was changed since is somebody's work and stays.
std::vector<std::string> obsolete_files(const fs::path& folder, const std::vector<OutputRecord>& former,
                                        const std::vector<std::string>& files) {
    std::error_code ignored;
    std::vector<std::string> obsolete;
    for (const OutputRecord& output : former) {
        if (std::ranges::find(files, output.path) != files.end() || !stays_inside(output.path) ||
            !way_is_clear(folder, output.path))
            continue;
        const fs::path path = folder / output.path;
        if (fs::is_regular_file(fs::symlink_status(path, ignored)) && sha256_file(path.string()) == output.sha256) {
            obsolete.push_back(output.path);
        }
    }
    return obsolete;
}

void flush_all(const fs::path& staging) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(staging)) flush(entry.path());
    flush(staging);
}

}  // namespace

OutputFolder::OutputFolder(const std::string& folder) : folder_(folder) {
    require_usable(folder_);
    make_folder(folder_);
    // A reader that mends the folder holds the lock for a moment only.
    lock_ = take_lock(folder_, std::chrono::milliseconds(1000));
    if (lock_ < 0) {
        throw FileError(folder_ +
                        ": another run is writing to this folder; wait until it is done, or name another folder");
    }
    try {
        mend(folder_);
        staging_ = make_staging_folder(folder_);
        leftover_.emplace([path = staging_] { remove_work_folder(path); });
    } catch (...) {
        ::close(lock_);
        throw;
    }
}

OutputFolder::~OutputFolder() {
    remove_work_folder(staging_);
    ::close(lock_);
}

std::string OutputFolder::prepare(const std::string& relative) const {
    const fs::path path = fs::path(staging_) / relative;
    make_folder(path.parent_path());
    return path.string();
}

void OutputFolder::commit() {
    std::vector<std::string> files = files_below(staging_);
    const auto manifest = std::ranges::find(files, manifest_name);
    if (manifest == files.end()) throw std::logic_error("a run without manifest.json cannot be put in place");
    std::rotate(manifest, manifest + 1, files.end());  // last, so that it never speaks of files that are not there yet
    const auto former = former_outputs(folder_);
    require_way_clear(folder_, files, former.value_or(std::vector<OutputRecord>{}), former.has_value());
    const std::vector<std::string> obsolete =
        obsolete_files(folder_, former.value_or(std::vector<OutputRecord>{}), files);
    std::vector<std::string> touched = files;
    touched.insert(touched.end(), obsolete.begin(), obsolete.end());
    require_folders_writable(folder_, touched);
    write_file_atomically(prepare(commit_name),
                          nlohmann::json{{"files", files}, {"obsolete", obsolete}}.dump(2) + '\n');
    flush_all(staging_);
    std::error_code error;
    fs::rename(staging_, fs::path(folder_) / pending_name, error);
    if (error) fail(staging_, "cannot be put in place", error.value());
    flush(folder_);
    roll_forward(folder_);
}

void recover(const std::string& folder) {
    std::error_code ignored;
    if (!fs::is_directory(folder, ignored)) return;
    const WorkFolder kind = pending_kind(folder);
    const bool pending = kind == WorkFolder::ours;
    if (!pending && kind != WorkFolder::empty && leftovers(folder).empty()) return;
    // A folder without results is not ours to tidy up, whatever lies in it.
    if (!pending && !former_outputs(folder)) return;
    int lock = -1;
    try {
        // With results waiting, a living run is about to finish its commit: give it the time.
        lock = take_lock(folder, std::chrono::milliseconds(pending ? 5000 : 0));
    } catch (const FileError&) {
        if (pending) throw;
        return;  // leftovers in a folder we may only read do no harm
    }
    if (lock < 0) return;
    try {
        mend(folder);
    } catch (...) {
        ::close(lock);
        throw;
    }
    ::close(lock);
}

std::string no_output_folder(const std::string& folder) {
    std::error_code ignored;
    const std::string inside = (fs::path(folder) / "output").string();
    return folder + " is no output folder of tarazy (it holds no manifest.json); " +
           (fs::exists(fs::path(inside) / manifest_name, ignored)
                ? "name " + inside
                : "name the folder given to 'tarazy study run --output'");
}

LedgerContent open_results(const std::string& folder) {
    recover(folder);
    std::error_code ignored;
    const fs::path path = fs::path(folder) / ledger_name;
    if (!fs::exists(path, ignored)) {
        if (fs::exists(fs::path(folder) / "output" / ledger_name, ignored)) throw UsageError(no_output_folder(folder));
        throw UsageError(folder +
                         " holds no results (no ledger.sqlite); name the folder that 'tarazy study run' wrote");
    }
    return read_ledger(path.string());
}

}  // namespace tarazy
