# `cmake --install build/release --prefix DIR`, and `cpack --config build/release/CPackConfig.cmake`: the program, what
# describes it, the studies that come with it.
include(GNUInstallDirs)

# Pages and completion are made by the program itself from the table of its options, so that they cannot disagree.
set(described ${CMAKE_BINARY_DIR}/described)
configure_file(${PROJECT_SOURCE_DIR}/cmake/package/changelog.in ${CMAKE_BINARY_DIR}/debian-changelog @ONLY)
add_custom_command(OUTPUT ${described}/.made VERBATIM
    DEPENDS tarazy ${CMAKE_BINARY_DIR}/debian-changelog ${PROJECT_SOURCE_DIR}/CHANGELOG.md ${PROJECT_SOURCE_DIR}/explorer/licences.mjs
    COMMENT "Describing tarazy: manual pages, completion"
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${described}
    COMMAND tarazy manual --quiet --pages ${described}/man1
    COMMAND tarazy completion bash --output ${described}/tarazy
    COMMAND tarazy completion zsh --output ${described}/_tarazy
    COMMAND tarazy completion fish --output ${described}/tarazy.fish
    COMMAND sh -c "gzip -9n ${described}/man1/*.1"
    COMMAND sh -c "gzip -9nc ${CMAKE_BINARY_DIR}/debian-changelog >${described}/changelog.gz"
    COMMAND sh -c "cd ${PROJECT_SOURCE_DIR}/explorer && node licences.mjs | gzip -9nc >${described}/npm-licences.txt.gz"
    COMMAND ${CMAKE_COMMAND} -E touch ${described}/.made)
add_custom_target(describe ALL DEPENDS ${described}/.made)

install(TARGETS tarazy RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY ${described}/man1 DESTINATION ${CMAKE_INSTALL_MANDIR})
install(FILES ${described}/tarazy DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${described}/_tarazy DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${described}/tarazy.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES README.md CHANGELOG.md CITATION.cff cmake/package/copyright ${described}/changelog.gz ${described}/npm-licences.txt.gz
    DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY examples DESTINATION ${CMAKE_INSTALL_DATADIR}/tarazy)
install(DIRECTORY studies DESTINATION ${CMAKE_INSTALL_DATADIR}/tarazy PATTERN "output*" EXCLUDE)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME tarazy)
set(CPACK_PACKAGE_VENDOR "The Tarazy authors")
set(CPACK_PACKAGE_CONTACT "The Tarazy authors <tarazy@tarazy.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "how a state keeps its balance between great powers")
set(CPACK_PACKAGE_DESCRIPTION "Software for scholars of international relations: closeness to poles from votes, alliances and trade,
 qualitative comparative analysis, process tracing, networks of institutions, content analysis in four languages,
 scenarios, and studies whose propositions are tested against declared data.")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
# Libraries are found in the program; these are called, or read, by name.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "hunspell-en-us, hunspell-kk, hunspell-ru, poppler-utils")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "nodejs")
set(CPACK_OUTPUT_FILE_PREFIX ${CMAKE_BINARY_DIR}/package)
include(CPack)
