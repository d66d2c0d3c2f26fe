module mtcheck.test/reviewdog

go 1.21

require (
	github.com/reviewdog/reviewdog v0.17.0
	google.golang.org/protobuf v1.32.0
)

require (
	github.com/golang/protobuf v1.5.3 // indirect
	github.com/reviewdog/errorformat v0.0.0-20231214114315-6dd01ea41b1f // indirect
)
