#include "ledger/verify.hpp"

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "io/atomic_file.hpp"
#include "ledger/manifest.hpp"
#include "ledger/output_folder.hpp"
#include "ledger/way_clear.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>

namespace tarazy {
namespace {

namespace fs = std::filesystem;

/// The same file as the manifest and the ledger record it.
struct Recorded {
    const std::string* manifest = nullptr;  ///< digests; none when only the other lists the file
    const std::string* ledger = nullptr;
    std::string path;
};
using RecordedFiles = std::map<std::string, Recorded>;

std::string short_digest(const std::string& digest) {
    return digest.substr(0, 12);
}

class Verifier {
public:
    explicit Verifier(fs::path folder) : folder_(std::move(folder)) {}

    Verification verify(const std::optional<std::string>& study_folder) {
        read_records();
        if (manifest_ && ledger_) compare_runs_recorded();
        check_outputs();
        const std::size_t before = result_.findings.size();
        check_inputs(study_folder);
        result_.inputs_sound = manifest_ && ledger_ && result_.findings.size() == before;
        check_added();
        return std::move(result_);
    }

private:
    void find(FindingKind kind, const std::string& file, const std::string& where, const std::string& recorded,
              const std::string& found, const std::string& what) {
        result_.findings.push_back({kind, file, where, recorded, found, what});
    }

    void read_records() {
        const std::string manifest_path = (folder_ / manifest_name).string();
        try {
            manifest_ = read_manifest(manifest_path);
            Manifest manifest = *manifest_;
            if (manifest_text(manifest) != read_file(manifest_path)) {
                find(FindingKind::changed, std::string(manifest_name), "", "", "",
                     "manifest.json is not as tarazy writes it: it was edited");
            }
        } catch (const InputError& error) {
            find(FindingKind::damaged, std::string(manifest_name), "", "", "", error.what());
        }
        const std::string ledger_path = (folder_ / ledger_name).string();
        std::error_code ignored;
        if (!fs::exists(ledger_path, ignored)) {
            if (!manifest_ || !lists(manifest_->outputs, ledger_name))
                find(FindingKind::missing, std::string(ledger_name), "", "", "", "ledger.sqlite is missing");
            return;
        }
        try {
            ledger_ = read_ledger(ledger_path);
        } catch (const InputError& error) {
            find(FindingKind::damaged, std::string(ledger_name), "", "", "", error.what());
        }
    }

    static bool lists(const std::vector<OutputRecord>& outputs, std::string_view path) {
        return std::ranges::find(outputs, path, &OutputRecord::path) != outputs.end();
    }

    void disagree(const std::string& file, const std::string& where, const std::string& manifest,
                  const std::string& ledger) {
        if (manifest == ledger) return;
        find(FindingKind::disagrees, file, where, ledger, manifest,
             file + ": the ledger records the " + where + " '" + ledger + "', manifest.json '" + manifest +
                 "'; one of them was changed");
    }

    void compare_runs_recorded() {
        const std::string file(manifest_name);
        const RunRecord &m = manifest_->run, &l = ledger_->run;
        disagree(file, "study", m.study, l.study);
        disagree(file, "title", m.title, l.title);
        disagree(file, "focus", m.focus, l.focus);
        disagree(file, "version", m.version, l.version);
        disagree(file, "seed", std::to_string(m.seed), std::to_string(l.seed));
        disagree(file, "command", m.command, l.command);
        for (const OutputRecord& output : manifest_->outputs) {
            if (output.path == ledger_name) disagree(output.path, "number of rows", std::to_string(output.rows), "0");
            const auto same = std::ranges::find(ledger_->outputs, output.path, &OutputRecord::path);
            if (same != ledger_->outputs.end())
                disagree(output.path, "number of rows", std::to_string(output.rows), std::to_string(same->rows));
        }
        for (const InputRecord& input : manifest_->inputs) {
            const auto same = std::ranges::find_if(
                ledger_->inputs, [&](const InputRecord& i) { return i.key == input.key && i.path == input.path; });
            if (same == ledger_->inputs.end()) continue;
            disagree(input.path, "number of rows", std::to_string(input.rows), std::to_string(same->rows));
            disagree(input.path, "role", input.role, same->role);
            disagree(input.path, "source", input.source, same->source);
            disagree(input.path, "raw file", input.raw_path, same->raw_path);
            disagree(input.path, "fallback", input.fallback ? "yes" : "no", same->fallback ? "yes" : "no");
        }
    }

    template <class Records, class Name>
    RecordedFiles join(const Records Manifest::*in_manifest, const Records LedgerContent::*in_ledger, Name name) const {
        RecordedFiles files;
        if (manifest_) {
            for (const auto& record : (*manifest_).*in_manifest) files[name(record)].manifest = &record.sha256;
            for (const auto& record : (*manifest_).*in_manifest) files[name(record)].path = record.path;
        }
        if (ledger_) {
            for (const auto& record : (*ledger_).*in_ledger) files[name(record)].ledger = &record.sha256;
            for (const auto& record : (*ledger_).*in_ledger) files[name(record)].path = record.path;
        }
        return files;
    }

    /// @param in_both  should both records list it? (the ledger cannot list itself)
    void check_file(const Recorded& recorded, const std::optional<std::string>& place, bool in_both,
                    const std::string& advice) {
        const std::string& path = recorded.path;
        if (in_both && manifest_ && ledger_ && (recorded.manifest == nullptr || recorded.ledger == nullptr)) {
            const bool manifest = recorded.manifest != nullptr;
            find(FindingKind::disagrees, path, "record", manifest ? "" : *recorded.ledger,
                 manifest ? *recorded.manifest : "",
                 path + ": recorded in " + (manifest ? "manifest.json" : "the ledger") + " but not in " +
                     (manifest ? "the ledger" : "manifest.json"));
        }
        std::error_code ignored;
        if (!place || !fs::is_regular_file(*place, ignored)) {
            find(FindingKind::missing, path, "", recorded.ledger != nullptr ? *recorded.ledger : *recorded.manifest, "",
                 path + " is missing" + advice);
            return;
        }
        const std::string found = sha256_file(*place);
        const bool fits_manifest = recorded.manifest == nullptr || *recorded.manifest == found;
        const bool fits_ledger = recorded.ledger == nullptr || *recorded.ledger == found;
        if (fits_manifest && fits_ledger) return;
        if (!fits_manifest && !fits_ledger) {
            find(FindingKind::changed, path, "sha256", *recorded.ledger, found,
                 path + " was changed since the run: its SHA-256 begins " + short_digest(found) + ", recorded was " +
                     short_digest(*recorded.ledger));
        } else if (recorded.manifest != nullptr && recorded.ledger != nullptr) {
            disagree(path, "sha256", *recorded.manifest, *recorded.ledger);
        } else {
            const std::string& digest = fits_manifest ? *recorded.ledger : *recorded.manifest;
            find(FindingKind::changed, path, "sha256", digest, found,
                 path + " was changed since the run: its SHA-256 begins " + short_digest(found) + ", recorded was " +
                     short_digest(digest));
        }
    }

    void check_outputs() {
        for (const auto& [name, recorded] :
             join(&Manifest::outputs, &LedgerContent::outputs, [](const OutputRecord& o) { return o.path; })) {
            ++result_.outputs;
            if (!stays_inside(name)) {
                find(FindingKind::damaged, name, "path", name, "",
                     name + " is recorded as a result and lies outside of the folder: the record was changed");
                continue;
            }
            check_file(recorded, (folder_ / recorded.path).string(), name != ledger_name, "");
            listed_.insert(name);
        }
    }

    void check_inputs(const std::optional<std::string>& study_folder) {
        std::string study = study_folder.value_or("");
        if (!study_folder) {
            if (!manifest_) {
                find(FindingKind::missing, "inputs", "", "", "",
                     "the inputs cannot be checked: without manifest.json nothing says where the study lies");
                return;
            }
            study = study_folder_of(folder_.string(), *manifest_);
        }
        const auto name = [](const InputRecord& input) { return input.key + ": " + input.path; };
        for (const auto& [key, recorded] : join(&Manifest::inputs, &LedgerContent::inputs, name)) {
            const auto place = resolve_input(recorded.path, study);
            check_file(recorded, place, true,
                       place ? " (looked for at " + *place + ")"
                             : ": the environment variable at the start of its path is not set");
            ++result_.inputs;
        }
    }

    /// In the folders where results lie, a file that no run has written could be taken for a result.
    void check_added() {
        std::set<std::string> folders;
        for (const std::string& path : listed_) {
            const fs::path parent = fs::path(path).parent_path();
            if (!parent.empty()) folders.insert(parent.begin()->generic_string());
        }
        std::set<std::string> names;
        for (const std::string& below : folders) {
            std::error_code error;
            for (fs::recursive_directory_iterator entry(folder_ / below, error), end; !error && entry != end;
                 entry.increment(error)) {
                if (!entry->is_directory(error))
                    names.insert(entry->path().lexically_relative(folder_).generic_string());
            }
        }
        // SQLite takes what such a file says for the last word on the ledger.
        for (const char* beside : {"-journal", "-wal", "-shm"}) {
            const std::string name = std::string(ledger_name) + beside;
            std::error_code ignored;
            if (fs::exists(fs::symlink_status(folder_ / name, ignored))) names.insert(name);
        }
        for (const std::string& name : names) {
            if (!listed_.contains(name))
                find(FindingKind::added, name, "", "", "", name + " was not written by the run");
        }
    }

    fs::path folder_;
    std::optional<Manifest> manifest_;
    std::optional<LedgerContent> ledger_;
    std::set<std::string> listed_;
    Verification result_;
};

}  // namespace

std::string_view to_string(FindingKind kind) noexcept {
    switch (kind) {
        case FindingKind::missing: return "missing";
        case FindingKind::changed: return "changed";
        case FindingKind::added: return "added";
        case FindingKind::disagrees: return "disagrees";
        case FindingKind::damaged: return "damaged";
        case FindingKind::cell: return "cell";
    }
    return "changed";
}

Verification verify_files(const std::string& folder, const std::optional<std::string>& study_folder) {
    recover(folder);
    std::error_code ignored;
    if (!fs::exists(fs::path(folder) / manifest_name, ignored)) {
        if (fs::exists(fs::path(folder) / ledger_name, ignored)) {
            return {0,
                    0,
                    {{FindingKind::missing, std::string(manifest_name), "", "", "", "manifest.json is missing"}},
                    false};
        }
        throw UsageError(no_output_folder(folder));
    }
    return Verifier(folder).verify(study_folder);
}

std::optional<std::string> resolve_input(const std::string& path, const std::string& study_folder) {
    if (path.starts_with('$')) {
        const std::size_t end = std::min(path.find('/'), path.size());
        const char* const value = std::getenv(path.substr(1, end - 1).c_str());
        if (value == nullptr || *value == '\0') return std::nullopt;
        return value + path.substr(end);
    }
    return (fs::path(study_folder) / path).lexically_normal().string();
}

}  // namespace tarazy
