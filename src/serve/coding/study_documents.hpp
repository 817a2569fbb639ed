#pragma once

#include "serve/coding/study_file_cache.hpp"
#include "text/coding/segments.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace tarazy {

struct StudyDocument {
    std::string id;
    std::string language;    ///< as the data say it; may be empty
    std::string about;       ///< state and year, where the data say them
    bool of_focus = false;   ///< of the state that the study is about
    std::size_t length = 0;  ///< code points
    std::string text;        ///< UTF-8, as `tarazy text codings --documents` reads it
    std::string hash = {};   ///< the first 16 digits of the text's SHA-256
};

/// The documents that people of a study code.
struct StudyDocuments {
    std::vector<StudyDocument> list;  ///< those of the focus first, else in the order of the data
    std::map<std::string, std::size_t> places;
    std::string from;      ///< "documents/" or keys of the data, for the reader
    std::string why_none;  ///< where there is none

    /// @throws RefusedRequest (404)
    [[nodiscard]] const StudyDocument& document(const std::string& id) const;
    [[nodiscard]] std::vector<DocumentLength> lengths() const;
};

/// Documents of studies as read last. The folder `documents/` of a study (.txt files, called by their paths without the
/// ending) comes first; without it the data of role `documents` count (`doc_id,text`; `state`, `year` and `language`
/// are shown). From several threads.
class DocumentShelf {
public:
    explicit DocumentShelf(std::shared_ptr<StudyFileCache> files) : files_(std::move(files)) {}
    /// O(1) while the files stay the same. @throws InputError, FileError
    [[nodiscard]] std::shared_ptr<const StudyDocuments> of(const ServedStudy& study);

private:
    struct Shelved {
        std::string stamp;
        std::shared_ptr<const StudyDocuments> documents;
    };
    std::shared_ptr<StudyFileCache> files_;
    std::mutex mutex_;
    std::map<std::string, Shelved> shelved_;
};

}  // namespace tarazy
