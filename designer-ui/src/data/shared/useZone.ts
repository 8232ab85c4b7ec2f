import dayjs, { type Dayjs } from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'
import { useParams } from 'react-router'
import { useWorkspaces } from '../../api/queries'

dayjs.extend(utc)
dayjs.extend(timezone)

/** Instants as they stand on the clocks of the workspace, for pickers. */
export function useZone() {
  const { workspace } = useParams()
  const { data } = useWorkspaces()
  const zone = data?.find(({ key }) => key === workspace)?.timeZone ?? dayjs.tz.guess()
  return {
    zone,
    shown: (instant: string): Dayjs => dayjs(instant).tz(zone),
    /** The instant at which those clocks show what was picked. */
    instant: (picked: Dayjs): string =>
      dayjs.tz(picked.format('YYYY-MM-DDTHH:mm:ss'), zone).toISOString(),
  }
}
